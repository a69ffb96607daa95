using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Rallies.Domain;
using Rallies.Storage;
using Rallies.Web.Guards;
using Rallies.Web.Public;
using Rallies.Web.Towns;

namespace Rallies.Web.Access;

/// <summary>Ways past the gate and out again: a pasted link, a lost one, the list of this browser's.</summary>
internal static class OrganiseGateEndpoints
{
    public static void UseOrganiseGate(this WebApplication app) => app.UseMiddleware<OrganiseGate>();

    public static void MapOrganiseGate(this WebApplication app)
    {
        var open = app.MapGroup("").WithFingerprintedAssets(app).WithMetadata(new NeedsNoGrant()).DisableAntiforgery();
        open.MapGet(Addresses.PastedLink, () => Results.Redirect(Addresses.Organise));
        open.MapPost(Addresses.PastedLink, OpenPastedAsync).Limited(RateLimited.OpeningLinks);
        open.MapGet(Addresses.LostLink, ShowLost);
        open.MapPost(Addresses.LostLink, AskForLost).Limited(RateLimited.AskingForMail);
        open.MapPost(Addresses.LeaveBrowser, LeaveAsync);
        app.MapGroup("").WithFingerprintedAssets(app).MapGet(Addresses.ThisBrowser, ShowBrowserAsync);
    }

    private static async Task<IResult> OpenPastedAsync(
        [FromForm] string? link,
        HttpContext http,
        GrantBook book,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (!PastedLink.TryRead(link, out var secret) || await book.FindAsync(secret, cancellation) is null)
            return PublicPage.Show<GatePage>(new GateModel(link ?? ""), StatusCodes.Status422UnprocessableEntity);
        return SeeOther.To(http, Addresses.ForPrivateLink(secret.Text));
    }

    private static IResult ShowLost(HttpContext http)
    {
        PublicPage.NeverKept(http);
        return PublicPage.Show<LostLinkPage>(new LostModel(null, null, false, false, false));
    }

    // The answer depends on what was typed alone, never on what is stored.
    private static IResult AskForLost(
        [FromForm] string? town,
        [FromForm] string? mail,
        HttpContext http,
        Gazetteer gazetteer,
        LostLinks lost
    )
    {
        PublicPage.NeverKept(http);
        var namesakes = gazetteer.Search(town, MostNamesakes);
        var reachable = Mailbox.TryRead(mail, out var address);
        if (namesakes.Count == 0 || !reachable)
            return PublicPage.Show<LostLinkPage>(
                new LostModel(town, mail, namesakes.Count == 0, !reachable, false),
                StatusCodes.Status422UnprocessableEntity
            );
        lost.Ask([.. namesakes.Select(n => n.Slug.Value)], address!);
        return PublicPage.Show<LostLinkPage>(new LostModel(town, address, false, false, true));
    }

    private const int MostNamesakes = 8;

    private static async Task LeaveAsync(HttpContext http)
    {
        await GrantCookie.TakeAwayAsync(http);
        SeeOther.To(http, Addresses.Front);
    }

    private static async Task<IResult> ShowBrowserAsync(
        HttpContext http,
        IDbContextFactory<RalliesContext> database,
        CancellationToken cancellation
    )
    {
        var held = HeldGrants.Of(http.User).Ids;
        await using var context = await database.CreateDbContextAsync(cancellation);
        var links = await (
            from g in context.Grants
            where held.Contains(g.Id) && g.RevokedAt == null
            join r in context.Rallies on g.RallyId equals r.Id into rallies
            from r in rallies.DefaultIfEmpty()
            join d in context.Days on r.DayId equals d.Id into days
            from d in days.DefaultIfEmpty()
            orderby g.MadeAt
            select new
            {
                g.Role,
                g.Name,
                Day = d == null ? null : d.Slug,
                Town = r == null ? null : r.Slug,
                Where = r == null ? null : r.Town.Name,
            }
        ).ToListAsync(cancellation);
        return PublicPage.Show<BrowserPage>(
            new BrowserModel([.. links.Select(l => new BrowserModel.Link(l.Role, l.Name, l.Day, l.Town, l.Where))])
        );
    }
}
