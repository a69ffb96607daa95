using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Tests.Site;

namespace Rallies.Tests.Starting;

/// <summary>Well on the way to a rally in Goole.</summary>
internal static class Starts
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The last screen, filled in as far as it goes, some seconds after the first.</summary>
    public static async Task<Page> AtContact(RalliesSite site, Duration? later = null)
    {
        var place = await Page.Open(site.Visitor(), "/3rd-june/start?town=goole");
        var contact = await place.Send(("place", "Clock tower"));
        site.Clock.Advance(later ?? Duration.FromSeconds(40));
        return contact;
    }

    /// <summary>All that were started.</summary>
    public static async Task<IReadOnlyList<Rally>> Started(RalliesSite site)
    {
        await using var context = await site.Database();
        return await context.Rallies.AsNoTracking().ToListAsync(Token);
    }
}
