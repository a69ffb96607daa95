using NodaTime;
using NodaTime.Text;
using Rallies.Domain;
using Rallies.Web.Public.Forms;
using Rallies.Web.Reads;
using Rallies.Web.Towns;

namespace Rallies.Web.Public.Pickets;

/// <summary>Picket lines, and the disputes behind them.</summary>
internal static class PicketEndpoints
{
    private const int LongestTown = 80;

    public static void MapPickets(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Pickets, ShowAsync);
        pages.MapGet(Addresses.Dispute, ShowDisputeAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        PicketReads reads,
        Gazetteer towns,
        IClock clock,
        string? town,
        string? day,
        CancellationToken cancellation
    )
    {
        PublicPage.MayBeKept(http, 60);
        var now = clock.GetCurrentInstant();
        var pickets = await reads.ComingAsync(PicketReads.DaysAhead, cancellation);
        var typed = Typed.Line(town is { Length: > LongestTown } ? town[..LongestTown] : town);
        var near =
            typed.Length == 0 ? null : towns.Find(typed) ?? (towns.Search(typed, 1, HomeOf(pickets)) is [var likeliest] ? likeliest : null);
        return PublicPage.Show<PicketsPage>(
            new PicketsView(pickets, typed, near, LocalDatePattern.Iso.Parse(day ?? "") is { Success: true } date ? date.Value : null, now)
        );
    }

    private static async Task<IResult> ShowDisputeAsync(
        string dispute,
        HttpContext http,
        PicketReads reads,
        IClock clock,
        CancellationToken cancellation
    )
    {
        if (!Slug.IsValid(dispute) || await reads.FindAsync(dispute, cancellation) is not { } shown)
            return PublicPage.NotFound(http);
        PublicPage.MayBeKept(http, 60);
        return PublicPage.Show<DisputePage>(new DisputeView(shown, clock.GetCurrentInstant()));
    }

    // Most people mean a town of the country where most picket lines are.
    private static string? HomeOf(IEnumerable<ListedPicket> pickets) =>
        pickets.CountBy(p => p.Town.Country).OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault();
}
