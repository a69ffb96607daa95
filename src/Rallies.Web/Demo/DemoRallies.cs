using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Speakers;
using Rallies.Storage;

namespace Rallies.Web.Demo;

/// <summary>Makes a town's rally on a day: a place, access, people who speak. The same town always gets the same.</summary>
internal sealed class DemoRallies(RalliesContext context, Instant now)
{
    private readonly Dictionary<string, Speaker> speakers = context.Speakers.ToDictionary(s => s.Slug);

    public Rally Rally(DayOfAction day, Town town, int number)
    {
        var dice = new Dice(town.Slug.Value);
        var toBeConfirmed = number % 19 == 7;
        var place = dice.Of(DemoPeople.Places);
        var rally = new Rally(
            day,
            town.Slug,
            new RallyTown(town),
            toBeConfirmed ? null : new MeetingPoint(place, "", Near(town.Coordinates, dice)),
            now
        );
        rally.Describe(
            "",
            $"{town.Name} {dice.Of(["Trades Council", "Together", "People's Assembly", "Solidarity"])}",
            dice.Of(DemoPeople.Descriptions),
            Capacity(dice),
            now
        );
        rally.DescribeAccess(Facts(dice), now);
        if (number == 41)
            rally.CallOff("The square is closed for repairs. Come to the next town.", now);
        return rally;
    }

    /// <summary>After the rally has its id. The first asking finds the speakers; once they are saved, the next gives slots with their ids.</summary>
    public IEnumerable<Slot> RunningOrder(Rally rally)
    {
        var dice = new Dice($"{rally.Town.Slug} speakers");
        var position = 0;
        yield return Confirmed(rally, position++, "Welcome", 5, Someone(dice, SpeakerRole.Chair));
        foreach (
            var role in new[]
            {
                SpeakerRole.TradeUnionist,
                SpeakerRole.Striker,
                SpeakerRole.CommunityCampaigner,
                SpeakerRole.Candidate,
            }.Take(dice.Between(2, 4))
        )
            yield return dice.OneIn(4)
                ? Invited(rally, position++, dice.Between(4, 8), Someone(dice, role))
                : Confirmed(rally, position++, "", dice.Between(4, 8), Someone(dice, role));
        yield return Confirmed(
            rally,
            position++,
            dice.Of(["Collection for the strike fund", "Open microphone", "What happens next"]),
            10,
            null
        );
        yield return Confirmed(rally, position, "Songs to finish", 15, Someone(dice, SpeakerRole.Musician));
    }

    private static Slot Invited(Rally rally, int position, int minutes, Speaker speaker) =>
        Of(rally, position, "", minutes, speaker, SlotStatus.Invited);

    private static Slot Confirmed(Rally rally, int position, string title, int minutes, Speaker? speaker) =>
        Of(rally, position, title, minutes, speaker, SlotStatus.Confirmed);

    private static Slot Of(Rally rally, int position, string title, int minutes, Speaker? speaker, SlotStatus status)
    {
        var slot = new Slot(rally.Id, position, title, minutes, speaker?.Id);
        slot.Change(title, minutes, speaker?.Id, status);
        return slot;
    }

    private Speaker Someone(Dice dice, SpeakerRole role)
    {
        var name = $"{dice.Of(DemoPeople.FirstNames)} {dice.Of(DemoPeople.LastNames)}";
        var slug = Slug.From(name)!.Value;
        var organisation = dice.Of(DemoPeople.Roles.Single(r => r.Role == role).Organisations);
        if (speakers.TryGetValue(slug.Value, out var known))
            return known.Role == role ? known : Someone(dice, role);
        var speaker = new Speaker(slug, name, role, organisation);
        context.Speakers.Add(speaker);
        return speakers[slug.Value] = speaker;
    }

    private static Coordinates Near(Coordinates town, Dice dice) =>
        new(town.Latitude + dice.Between(-30, 30) / 10_000d, town.Longitude + dice.Between(-40, 40) / 10_000d);

    private static int? Capacity(Dice dice) => dice.OneIn(3) ? dice.Between(4, 60) * 50 : null;

    private static Domain.Access Facts(Dice dice) =>
        new()
        {
            StepFree = Fact(dice, 2),
            Seating = Fact(dice, 3),
            SignLanguage = Fact(dice, 4),
            HearingLoop = Fact(dice, 6),
            Toilets = Fact(dice, 2),
            QuietPlace = Fact(dice, 5),
            ChildrenWelcome = AccessFact.Yes,
            Childcare = Fact(dice, 8),
            NearestStop = dice.Of(DemoPeople.Stops),
        };

    private static AccessFact Fact(Dice dice, int oneIn) =>
        dice.OneIn(oneIn) ? AccessFact.Yes : dice.Of([AccessFact.No, AccessFact.NotKnown]);
}
