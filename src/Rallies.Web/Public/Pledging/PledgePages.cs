using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Rallies.Domain;
using Rallies.Web.Guards;
using Rallies.Web.Public.Forms;
using Rallies.Web.Public.InTown;
using Rallies.Web.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.Public.Pledging;

/// <summary>"I'm coming": how many, a mail address if they like, and nothing of who.</summary>
internal static class PledgePages
{
    public static void MapPledging(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.PledgeForm, ShowAsync);
        pages.MapPost(Addresses.PledgeForm, PledgeAsync).DisableAntiforgery().Limited(RateLimited.Pledging);
        pages.MapKeptPledges();
    }

    private static async Task<IResult> ShowAsync(
        string day,
        string town,
        HttpContext http,
        RallyReads rallies,
        IClock clock,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (!Slug.IsValid(day) || !Slug.IsValid(town))
            return PublicPage.NotFoundOrLowerCase(http);
        if (await FindAsync(day, town, rallies, clock, cancellation) is not { } rally)
            return PublicPage.NotFound(http);
        return rally.IsToCome
            ? PublicPage.Show<PledgePage>(new PledgeScreen(rally, NewId(clock), HowMany.JustMe, ""))
            : PublicPage.Show<PledgeClosedPage>(rally);
    }

    private static async Task<IResult> PledgeAsync(
        string day,
        string town,
        [FromForm] string? id,
        [FromForm] string? bringing,
        [FromForm] string? others,
        [FromForm] string? mail,
        [FromForm] string? website,
        HttpContext http,
        RallyReads rallies,
        PledgeToCome pledges,
        IClock clock,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (await FindAsync(day, town, rallies, clock, cancellation) is not { } rally)
            return PublicPage.NotFound(http);
        var known = Guid.TryParseExact(id, "D", out var pledge) && pledge != Guid.Empty;
        var screen = new PledgeScreen(rally, known ? id! : NewId(clock), HowMany.Of(bringing, others), Typed.Line(mail));
        var faults = screen.Check(website).ToList();
        if (faults.Count == 0 && !known)
            faults.Add(new Fault("bringing", "once-more"));
        if (faults.Count > 0)
            return PublicPage.Show<PledgePage>(screen with { Faults = faults }, StatusCodes.Status422UnprocessableEntity);
        // A browser sends an empty box as an empty text: no address was given.
        var address = Mailbox.TryRead(mail, out var given) ? given : null;
        return await pledges.PledgeAsync(day, town, pledge, screen.HowMany.Number!.Value, address, cancellation) switch
        {
            PledgeToCome.Outcome.Pledged made => SeeOther.To(http, Addresses.ForPledgeKept(made.Withdraw.Text)),
            PledgeToCome.Outcome.AlreadyPledged again => SeeOther.To(http, Addresses.ForPledgeKept(again.Withdraw.Text)),
            // Back in the browser, another number, sent again: the page of the first pledge is where it is changed.
            PledgeToCome.Outcome.IdReused { Known: { } first } => SeeOther.To(http, Addresses.ForPledgeKept(first.Text)),
            PledgeToCome.Outcome.IdReused => PublicPage.Show<PledgePage>(
                screen with
                {
                    Id = NewId(clock),
                    Faults = [new Fault("bringing", "once-more")],
                },
                StatusCodes.Status409Conflict
            ),
            PledgeToCome.Outcome.NotTaking => PublicPage.Show<PledgeClosedPage>(rally, StatusCodes.Status409Conflict),
            _ => PublicPage.NotFound(http),
        };
    }

    private static async Task<RallyView?> FindAsync(
        string day,
        string town,
        RallyReads rallies,
        IClock clock,
        CancellationToken cancellation
    ) => await rallies.FindAsync(day, town, cancellation) is { } shown ? new RallyView(shown, clock.GetCurrentInstant()) : null;

    private static string NewId(IClock clock) => Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset()).ToString("D");
}
