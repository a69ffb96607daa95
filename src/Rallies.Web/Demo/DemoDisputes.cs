using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Storage;

namespace Rallies.Web.Demo;

/// <summary>Invented disputes in real towns, one of them suspended, and the gates at which people stand.</summary>
internal static class DemoDisputes
{
    private const string Source = "https://example.org/disputes/";

    private static readonly (string Union, string Employer, DisputeStage Stage, string Demands, string[] Gates)[] disputes =
    [
        (
            "Transport and Depot Workers",
            "Northern Buses",
            DisputeStage.Action,
            "A rise that keeps up with rent, and an end to split shifts.",
            ["Depot, main gate", "Depot, Gate 3", "Bus station, bay 1"]
        ),
        (
            "Health Workers Together",
            "Calder Vale Hospitals",
            DisputeStage.Action,
            "Safe staffing on every ward, and back pay for cleaners and porters.",
            ["Hospital, main entrance", "Hospital, ambulance bay", "Laundry gate"]
        ),
        (
            "College Staff Association",
            "Southbank Colleges Group",
            DisputeStage.Action,
            "No more zero-hours lecturing.",
            ["Main campus gate", "Library entrance", "Sixth form centre"]
        ),
        (
            "Postal and Parcel Union",
            "Swift Parcels",
            DisputeStage.Notice,
            "Sick pay from the first day.",
            ["Sorting office, Gate A", "Sorting office, Gate B", "Delivery office"]
        ),
        (
            "Council Workers' Union",
            "Riverside Borough Council",
            DisputeStage.Action,
            "Keep the libraries and those who work in them.",
            ["Civic centre steps", "Waste depot gate", "Central library"]
        ),
        (
            "Offshore and Ferry Crew",
            "Isles Ferries",
            DisputeStage.Suspended,
            "Two crews, not one, on the night crossing.",
            ["Ferry terminal, berth 2", "Head office", "Harbour gate"]
        ),
        (
            "Railway Cleaners' Union",
            "Brightline Services",
            DisputeStage.Action,
            "Free travel to work, as for every other railway worker.",
            ["Station, main entrance", "Carriage sidings", "Head office", "Depot, staff entrance"]
        ),
        (
            "Bakers and Food Workers",
            "Golden Crust Bakeries",
            DisputeStage.Action,
            "The same pay on nights as the signs promise.",
            ["Bakery, lorry gate", "Bakery, staff gate", "Distribution centre", "Flour mill gate"]
        ),
        (
            "Care Workers' Network",
            "Homefield Care",
            DisputeStage.Ballot,
            "Pay for the time between visits.",
            ["Regional office", "Day centre", "Training centre"]
        ),
        (
            "Engineers and Fitters",
            "Avon Turbines",
            DisputeStage.Action,
            "Bring the apprentices back.",
            ["Works, north gate", "Works, south gate", "Test hall", "Stores"]
        ),
        (
            "Teaching Assistants' Union",
            "Harbour Academies Trust",
            DisputeStage.IndicativeBallot,
            "A whole year's pay for a whole year's work.",
            ["School gate, Station Road", "Trust office", "Primary school gate", "Sixth form gate"]
        ),
        (
            "Warehouse Workers Organise",
            "Parcelmoor Logistics",
            DisputeStage.Action,
            "Breaks that are breaks.",
            ["Warehouse, Gate 1", "Warehouse, Gate 2", "Warehouse, Gate 5", "Lorry park"]
        ),
        (
            "Museum and Theatre Workers",
            "City Stages",
            DisputeStage.Settled,
            "A living wage front of house.",
            ["Stage door", "Box office", "Gallery steps"]
        ),
    ];

    public static async Task AddAsync(RalliesContext context, IReadOnlyList<Town> towns, Instant now, CancellationToken cancellation)
    {
        var number = 0;
        foreach (var (union, employer, stage, demands, gates) in disputes)
        {
            var slug = Slug.From(employer)!.Value;
            var dispute = new Dispute(slug, union, employer, stage, Source + slug.Value, null, now);
            dispute.Describe(
                demands,
                "Come for an hour. Bring tea, oranges and a song; dogs and children are welcome.",
                Source + slug.Value + "/fund",
                null,
                now
            );
            context.Disputes.Add(dispute);
            await context.SaveChangesAsync(cancellation);
            foreach (var gate in gates)
            {
                var dice = new Dice($"{slug.Value} {gate}");
                var town = towns[number % 2 == 0 ? number / 2 % towns.Count : number * 5 % towns.Count];
                context.PicketLines.Add(Line(dispute, town, gate, dice, now, number));
                number++;
            }
        }
        await context.SaveChangesAsync(cancellation);
    }

    private static PicketLine Line(Dispute dispute, Town town, string gate, Dice dice, Instant now, int number)
    {
        var today = now.InZone(town.Zone).Date;
        var from = new LocalTime(dice.Between(6, 8), dice.Of([0, 30]));
        var days = dice.Of([
            WeekDays.Monday | WeekDays.Tuesday | WeekDays.Wednesday | WeekDays.Thursday | WeekDays.Friday,
            WeekDays.Tuesday | WeekDays.Thursday,
            WeekDays.All,
        ]);
        var line = new PicketLine(
            dispute.Id,
            new RallyTown(town),
            gate,
            null,
            days,
            from,
            from.PlusHours(dice.Between(2, 5)),
            today.PlusDays(-20),
            today.PlusDays(dice.Between(30, 300)),
            now
        );
        line.Confirm(now - Duration.FromDays(number % 11 == 5 ? 9 : dice.Between(0, 5)));
        return line;
    }
}
