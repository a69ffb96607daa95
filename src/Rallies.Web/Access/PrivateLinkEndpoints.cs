using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Guards;
using Rallies.Web.Public;

namespace Rallies.Web.Access;

/// <summary>Opens a private link: the browser gets its grant, the address bar a clean address. The only GET that changes anything.</summary>
internal static class PrivateLinkEndpoints
{
    public static void MapPrivateLinks(this WebApplication app)
    {
        app.MapGet(Addresses.PrivateLink, OpenAsync).Limited(RateLimited.OpeningLinks).WithFingerprintedAssets(app);
    }

    private static async Task<IResult> OpenAsync(
        string secret,
        HttpContext http,
        GrantBook book,
        IDbContextFactory<RalliesContext> database,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (!Secret.TryParse(secret, out var parsed) || await book.FindAsync(parsed, cancellation) is not { } grant)
            return PublicPage.NotFound(http);

        await GrantCookie.GiveAsync(http, grant.Id);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = await DestinationAsync(grant, database, cancellation);
        return Results.Empty;
    }

    private static async Task<string> DestinationAsync(
        Grant grant,
        IDbContextFactory<RalliesContext> database,
        CancellationToken cancellation
    )
    {
        if (grant.RallyId is not { } rallyId || grant.Role != Role.Steward)
            return Addresses.Organise;
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rally = await context
            .Rallies.Where(r => r.Id == rallyId)
            .Join(context.Days, r => r.DayId, d => d.Id, (r, d) => new { Day = d.Slug, r.Slug })
            .SingleAsync(cancellation);
        return Addresses.ForDoor(rally.Day, rally.Slug);
    }
}
