using Rallies.Domain;
using Rallies.Web.Public.Forms;
using Rallies.Web.Towns;

namespace Rallies.Web.Public.Starting;

/// <summary>
/// Leads through the screens. Nothing is kept on the server between them: every screen carries all answers along, and all are
/// looked at again each time, up to the screen that was sent. The first that will not do is shown.
/// </summary>
internal sealed class StartWalk(Gazetteer gazetteer, Neighbours neighbours)
{
    private const int LongestQuery = 200;
    private const int Offers = 8;

    /// <summary>The screen to show next; null when all answers will do.</summary>
    public async Task<StartScreen?> NextAsync(StartDay day, StartAnswers answers, CancellationToken cancellation)
    {
        var sent = Enum.TryParse<StartStep>(answers.Step, ignoreCase: true, out var step) && Enum.IsDefined(step) ? step : StartStep.Town;
        var back =
            Enum.TryParse<StartStep>(answers.Go, ignoreCase: true, out var wanted) && Enum.IsDefined(wanted) ? wanted : (StartStep?)null;
        if (back == StartStep.Town)
            return new StartScreen(day, StartStep.Town, answers);
        if (TownOf(answers, sent) is not { } town)
            return AskForTown(day, answers);

        answers = answers with { Town = town.Slug, Q = town.Name, Offered = town.Name };
        var screen = new StartScreen(day, StartStep.Near, answers)
        {
            Town = town,
            Near = await neighbours.ToAsync(town, day, answers.Form, cancellation),
        };
        if (screen.Near.Count > 0 && (Wrong(answers, StartStep.Near).Count > 0 || back == StartStep.Near))
            return sent == StartStep.Near && back is null ? screen with { Faults = Wrong(answers, StartStep.Near) } : screen;

        foreach (var next in (StartStep[])[StartStep.Place, StartStep.Contact])
        {
            screen = screen with { Step = next };
            if (sent < next || back == next)
                return screen;
            if (Wrong(answers, next) is { Count: > 0 } faults)
                return screen with { Faults = faults };
        }
        return null;
    }

    // Once a town is chosen, typing another name in its place is a new question.
    private Town? TownOf(StartAnswers answers, StartStep sent)
    {
        if (sent > StartStep.Town || (answers.Town.Length > 0 && answers.Q == answers.Offered))
            return gazetteer.Find(answers.Town);
        return gazetteer.Search(answers.Q, Offers) is [var only] ? only : Described(answers.Q);
    }

    // "Newport, Isle of Wight", as the box offers it while somebody types.
    private Town? Described(string typed)
    {
        if (!typed.Contains(',', StringComparison.Ordinal) || Slug.From(typed) is not { } slug)
            return null;
        return
            gazetteer
                .Search(typed, Gazetteer.MostResults)
                .Where(t => t.Slug == slug || Slug.From($"{t.Name} {t.Region}") == slug)
                .Take(2)
                .ToList()
                is [var only]
            ? only
            : null;
    }

    private StartScreen AskForTown(StartDay day, StartAnswers answers)
    {
        var offers = answers.Q.Length <= LongestQuery ? gazetteer.Search(answers.Q, Offers, HomeCountry.Of(day.Zone)) : [];
        answers = answers with { Offered = answers.Q, Town = offers.Count > 0 ? offers[0].Slug : "" };
        var word = answers.Q.Length switch
        {
            0 => "q.missing",
            > LongestQuery => "q.long",
            _ => offers.Count == 0 ? "q.unknown" : null,
        };
        return new StartScreen(day, StartStep.Town, answers) { Offers = offers, Faults = word is null ? [] : [new Fault("q", word)] };
    }

    private static List<Fault> Wrong(StartAnswers answers, StartStep step) => [.. Faults(answers, step)];

    private static IEnumerable<Fault> Faults(StartAnswers answers, StartStep step)
    {
        switch (step)
        {
            case StartStep.Near when answers.Different.Length == 0:
                yield return new Fault("different", "different.missing");
                break;
            case StartStep.Near when answers.Different.Length > Rally.MaxReasonLength:
                yield return new Fault("different", "different.long");
                break;
            case StartStep.Place:
                if (answers.Place.Length > MeetingPoint.MaxPlaceLength)
                    yield return new Fault("place", "place.long");
                else if (answers.IsUnfixed == answers.Place.Length > 0)
                    yield return new Fault("place", answers.IsUnfixed ? "place.both" : "place.missing");
                if (answers.Directions.Length > MeetingPoint.MaxDirectionsLength)
                    yield return new Fault("directions", "directions.long");
                break;
            case StartStep.Contact:
                if (!Mailbox.TryRead(answers.Mail, out _))
                    yield return new Fault("mail", answers.Mail.Length == 0 ? "mail.missing" : "mail.wrong");
                if (answers.Website.Length > 0)
                    yield return new Fault("mail", "website.filled");
                break;
        }
    }
}
