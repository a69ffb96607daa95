using NodaTime;
using Rallies.Domain;
using Rallies.Web.Live;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Days;

/// <summary>What the page of a day shows.</summary>
/// <param name="Rallies">Those of its rallies that fit the filter.</param>
/// <param name="OnNow">Its board while it is being counted.</param>
/// <param name="Without">The largest towns without a rally.</param>
public sealed record DayView(
    ShownDay Shown,
    RallyFilter Filter,
    IReadOnlyList<ListedRally> Rallies,
    IReadOnlyList<Town> Without,
    Instant Now,
    DayBoard? OnNow = null
)
{
    public ListedDay Day => Shown.Day;

    /// <summary>Towns where something is on.</summary>
    public int Towns => Shown.Rallies.Where(r => r.Status != RallyStatus.Cancelled).DistinctBy(r => r.Town.Slug).Count();
}
