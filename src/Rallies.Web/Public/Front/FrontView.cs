using NodaTime;
using Rallies.Web.Live;
using Rallies.Web.Public.Find;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Front;

/// <summary>What the front page shows.</summary>
/// <param name="Coming">Days to come by their start, those called off among them.</param>
/// <param name="OnNow">The board of a day that is being counted this minute.</param>
/// <param name="Typed">What stands in the box.</param>
public sealed record FrontView(
    IReadOnlyList<ListedDay> Coming,
    Instant Now,
    string? Typed = null,
    FoundTown? Found = null,
    DayBoard? OnNow = null
)
{
    public ListedDay? Next => Coming.FirstOrDefault(d => d.IsToCome);
}
