using NodaTime;
using Rallies.Domain;
using Rallies.Web.Live;
using Rallies.Web.Reads;
using Rallies.Web.Towns;

namespace Rallies.Web.Public.Days;

/// <summary>A day of action.</summary>
internal static class DayEndpoint
{
    private const int TownsToWish = 5;

    public static async Task<IResult> ShowAsync(
        HttpContext context,
        DayReads days,
        Gazetteer towns,
        OnNow onNow,
        IClock clock,
        string day,
        CancellationToken cancellation
    )
    {
        if (!Slug.IsValid(day))
            return PublicPage.NotFoundOrLowerCase(context);
        if (await days.FindAsync(day, cancellation) is not { } shown)
            return PublicPage.NotFound(context);
        PublicPage.MayBeKept(context, 30);
        var filter = RallyFilter.Read(context.Request.Query);
        var without = shown.Day.IsToCome ? Coverage.LargestWithout(towns, shown.Rallies, TownsToWish) : [];
        return PublicPage.Show<DayPage>(
            new DayView(shown, filter, [.. shown.Rallies.Where(filter.Fits)], without, clock.GetCurrentInstant(), onNow.Of(day))
        );
    }
}
