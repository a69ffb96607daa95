using NodaTime;
using Rallies.Web.Public.Forms;
using Rallies.Web.Towns;

namespace Rallies.Web.Public.Starting;

/// <summary>Starting a rally: which day, then town, place and contact on three short screens that need no script.</summary>
internal static class StartPages
{
    // Nobody reads three screens and types an address in less; a program does.
    private static readonly Duration tooQuick = Duration.FromSeconds(2);

    public static void MapStarting(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Start, ChooseDayAsync);
        pages.MapGet(Addresses.StartOnDay, BeginAsync);
        pages.MapPost(Addresses.StartOnDay, CarryOnAsync).DisableAntiforgery();
        pages.MapJoining();
        pages.MapConfirming();
    }

    public static IServiceCollection AddStarting(this IServiceCollection services) =>
        services
            .AddSingleton<StartAddress>()
            .AddSingleton<StartDays>()
            .AddSingleton<Neighbours>()
            .AddSingleton<StartWalk>()
            .AddSingleton<Starter>();

    private static async Task<IResult> ChooseDayAsync(string? town, HttpContext http, StartDays days, CancellationToken cancellation)
    {
        PublicPage.NeverKept(http);
        var coming = await days.ComingAsync(cancellation);
        return coming is [var only]
            ? Results.Redirect(Addresses.ForStart(only.Slug, town))
            : PublicPage.Show<StartDaysPage>(new StartChoice(coming, town));
    }

    private static async Task<IResult> BeginAsync(
        string day,
        string? town,
        HttpContext http,
        StartDays days,
        StartWalk walk,
        Gazetteer gazetteer,
        IClock clock,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (await days.FindAsync(day, cancellation) is not { } found)
            return PublicPage.NotFound(http);
        if (!found.IsOpen)
            return PublicPage.Show<StartClosedPage>(found.Day, StatusCodes.Status410Gone);
        var answers = new StartAnswers { Id = NewForm(clock) };
        // Whoever pressed "Start one in Goole" has said which town.
        if (town is not null && gazetteer.Find(town) is { } known)
        {
            answers = answers with { Q = known.Name, Offered = known.Name, Town = known.Slug };
            return Screen((await walk.NextAsync(found.Day, answers, cancellation))!);
        }
        return Screen(new StartScreen(found.Day, StartStep.Town, answers with { Q = Typed.Line(town is { Length: <= 60 } ? town : null) }));
    }

    private static async Task<IResult> CarryOnAsync(
        string day,
        IFormCollection form,
        HttpContext http,
        StartDays days,
        StartWalk walk,
        Starter starter,
        IClock clock,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (await days.FindAsync(day, cancellation) is not { } found)
            return PublicPage.NotFound(http);
        if (!found.IsOpen)
            return PublicPage.Show<StartClosedPage>(found.Day, StatusCodes.Status410Gone);
        var answers = StartAnswers.Of(form);
        var known = answers.Form is not null;
        if (!known)
            answers = answers with { Id = NewForm(clock) };
        if (await walk.NextAsync(found.Day, answers, cancellation) is { } screen)
            return Screen(screen);
        if (!known || IsTooQuick(answers.Form!.Value, clock))
            return Screen(
                new StartScreen(found.Day, StartStep.Contact, answers)
                {
                    Town = starter.TownOf(answers),
                    Faults = [new Fault("mail", "once-more")],
                }
            );
        return await starter.StartAsync(found.Day, answers, http, cancellation);
    }

    private static IResult Screen(StartScreen screen)
    {
        var status = screen.Faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return screen.Step switch
        {
            StartStep.Town => PublicPage.Show<TownScreen>(screen, status),
            StartStep.Near => PublicPage.Show<NearScreen>(screen, status),
            StartStep.Place => PublicPage.Show<PlaceScreen>(screen, status),
            _ => PublicPage.Show<ContactScreen>(screen, status),
        };
    }

    private static string NewForm(IClock clock) => Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset()).ToString("D");

    // RFC 9562 §5.7: the first 48 bits are Unix milliseconds. Once too quick, the same form passes a moment later.
    private static bool IsTooQuick(Guid form, IClock clock)
    {
        if (form.Version != 7)
            return false;
        var shown = Instant.FromUnixTimeMilliseconds(Convert.ToInt64(form.ToString("N")[..12], 16));
        return clock.GetCurrentInstant() - shown < tooQuick;
    }
}
