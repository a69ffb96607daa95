using NodaTime;
using Rallies.Domain;

namespace Rallies.Web.Feeds;

/// <summary>What a feed will say, as it was read.</summary>
/// <param name="Path">Under /calendar, without .ics: <c>/3rd-june/leeds</c>.</param>
/// <param name="Page">The address of the page that says the same.</param>
/// <param name="Changed">Of anything in it, and of anything that has left it.</param>
/// <param name="Days">Days of action that stand in it themselves.</param>
public sealed record FeedMatter(
    string Path,
    string Name,
    string Page,
    Instant Changed,
    IReadOnlyList<DayOfAction> Days,
    IReadOnlyList<(Rally Rally, DayOfAction Day)> Rallies,
    IReadOnlyList<ListedShift> Shifts
);
