using NodaTime;
using Rallies.Domain;
using Rallies.Web.Announcing;
using Rallies.Web.Hubs;
using Rallies.Web.Live;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.InTown;

/// <summary>A rally.</summary>
internal static class RallyEndpoint
{
    private const int PicketsShown = 3;

    public static async Task<IResult> ShowAsync(
        HttpContext context,
        RallyReads rallies,
        PicketReads pickets,
        FrameMaker frames,
        Crowd crowd,
        Announcements announcements,
        IClock clock,
        string day,
        string town,
        CancellationToken cancellation
    )
    {
        if (!Slug.IsValid(day) || !Slug.IsValid(town))
            return PublicPage.NotFoundOrLowerCase(context);
        if (await rallies.FindAsync(day, town, cancellation) is not { } shown)
            return PublicPage.NotFound(context);
        PublicPage.MayBeKept(context, 30);
        var near = await pickets.NearAsync(shown.Rally.Coordinates, PicketsShown, cancellation);
        var rally = new RallyView(shown, clock.GetCurrentInstant(), frames.Find(day))
        {
            Pickets = near,
            Transport = crowd.ForNewcomers,
            Announced = announcements.Shown(day, town),
        };
        return rally.HasAct ? PublicPage.Show<RallyPage>(rally) : PublicPage.Show<QuietRallyPage>(rally);
    }
}
