using Microsoft.Extensions.Localization;
using Rallies.Domain;
using Rallies.Web.Reads;
using Rallies.Web.Settings;
using Rallies.Web.Towns;
using Rallies.Web.Words;

namespace Rallies.Web.Public.Subscribing;

/// <summary>Choose what to follow, then with which program.</summary>
internal static class CalendarEndpoint
{
    private static readonly string[] regions = ["england", "northern-ireland", "scotland", "wales"];

    public static async Task<IResult> ShowAsync(
        HttpContext context,
        DayReads days,
        Gazetteer gazetteer,
        RegionNames names,
        PublicAddress address,
        IStringLocalizer<CalendarPage> words,
        string? day,
        string? region,
        string? town,
        string? of,
        CancellationToken cancellation
    )
    {
        PublicPage.MayBeKept(context, 60);
        var coming = (await days.AllAsync(cancellation)).Where(d => d.Status != DayStatus.Over).ToList();
        var found = string.IsNullOrWhiteSpace(town)
            ? null
            : gazetteer.Find(town) ?? (gazetteer.Search(town, 1, "GB") is [var first, ..] ? first : null);
        var (name, path, key) =
            found is not null ? (found.Name, $"towns/{found.Slug}", "town")
            : coming.Find(d => d.Slug == day) is { } chosen ? (chosen.Name, chosen.Slug, chosen.Slug)
            : regions.Contains(region) ? (names.Of(region!), $"regions/{region}", region!)
            : of == "pickets" ? (words["pickets"], "pickets", "pickets")
            : (words["everything"].Value, "all", "all");
        List<FeedChoice> choices =
        [
            new(words["everything"], "", key == "all"),
            .. coming.Select(d => new FeedChoice(d.Name, $"?day={d.Slug}", key == d.Slug)),
            .. regions.Select(r => new FeedChoice(names.Of(r), $"?region={r}", key == r)),
            new(words["pickets"], "?of=pickets", key == "pickets"),
        ];
        var notFound = found is null && !string.IsNullOrWhiteSpace(town);
        return PublicPage.Show<CalendarPage>(
            new CalendarView(name, new Uri(address.Absolute($"/calendar/{path}.ics")), choices, notFound ? town : null)
        );
    }
}
