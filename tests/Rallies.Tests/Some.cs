using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Tests.Towns;
using Rallies.Web.Reads;

namespace Rallies.Tests;

/// <summary>Believable objects, for tests that care about one thing in them.</summary>
internal static class Some
{
    public static Instant Moment { get; } = Instant.FromUtc(2028, 5, 1, 9, 0);

    /// <summary>Saturday 3 June 2028 at 6pm, two hours, everywhere.</summary>
    public static DayOfAction Day(string slug = "3rd-june", string name = "3 June", LocalDate? date = null) =>
        new(new Slug(slug), name, date ?? new LocalDate(2028, 6, 3), new LocalTime(18, 0), Duration.FromHours(2), "Europe/London", Moment);

    /// <summary>In a town of the gazetteer, at a place people know, unless <paramref name="place"/> is empty: then it is still to be confirmed.</summary>
    /// <param name="day">Already stored, as the rally belongs to it by its number.</param>
    public static Rally Rally(DayOfAction day, string town = "leeds", string place = "Victoria Gardens", string? slug = null) =>
        new(
            day,
            new Slug(slug ?? town),
            new RallyTown(Town(town)),
            place.Length == 0 ? null : new MeetingPoint(place, "outside the art gallery", null),
            Moment
        );

    /// <summary>As lists show it: Leeds, Saturday 3 June 2028, 6pm, Victoria Gardens.</summary>
    public static ListedRally ListedRally(string town = "leeds") =>
        new()
        {
            Day = "3rd-june",
            Slug = town,
            Town = new RallyTown(Town(town)),
            Name = "",
            Place = "Victoria Gardens",
            Coordinates = Town(town).Coordinates,
            Status = RallyStatus.Confirmed,
            StartsAt = new LocalDateTime(2028, 6, 3, 18, 0),
            Lasts = Duration.FromHours(2),
        };

    public static Town Town(string slug) =>
        RealGazetteer.Instance.Find(slug) ?? throw new ArgumentException($"The gazetteer has no {slug}.", nameof(slug));

    public static Dispute Dispute(
        string employer = "Humber Cargo",
        DisputeStage stage = DisputeStage.Action,
        string source = "https://example.org/humber-cargo",
        int? proposedBy = null
    ) => new(Slug.From(employer)!.Value, "Port Workers' Union", employer, stage, source, proposedBy, Moment);

    /// <summary>From 6am to 10am in Goole, through May and June 2028.</summary>
    public static PicketLine Line(
        int dispute,
        WeekDays days = WeekDays.All,
        LocalDate? first = null,
        LocalDate? last = null,
        string town = "goole"
    ) =>
        new(
            dispute,
            new RallyTown(Town(town)),
            "Gate 2, Bridge Street",
            null,
            days,
            new LocalTime(6, 0),
            new LocalTime(10, 0),
            first ?? new LocalDate(2028, 5, 1),
            last ?? new LocalDate(2028, 6, 30),
            Moment
        );
}
