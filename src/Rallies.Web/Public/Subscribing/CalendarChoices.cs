using System.Globalization;
using Rallies.Domain;
using Rallies.Web.Feeds;
using Rallies.Web.Reads;
using Rallies.Web.Words;

namespace Rallies.Web.Public.Subscribing;

/// <summary>What there is to follow: of regions, disputes and speakers those of whom something stands in a calendar.</summary>
internal sealed class CalendarChoices(DayReads days, RegionNames regions)
{
    public async Task<IReadOnlyList<NamedChoice>> DaysAsync(CancellationToken cancellation) =>
        [.. (await days.AllAsync(cancellation)).Where(d => d.Status != DayStatus.Over).Select(d => new NamedChoice(d.Slug, d.Name))];

    /// <param name="day">Null for none.</param>
    public async Task<IReadOnlyList<NamedChoice>> RalliesAsync(string? day, CancellationToken cancellation) =>
        day is null || await days.FindAsync(day, cancellation) is not { } shown
            ? []
            : [.. shown.Rallies.Select(r => new NamedChoice(r.Slug, r.Name.Length > 0 ? $"{r.Town.Name}: {r.Name}" : r.Town.Name))];

    public IReadOnlyList<NamedChoice> Regions(FeedBook book) => Listed(Shown(book, b => b.Region), regions.Of);

    public static IReadOnlyList<NamedChoice> Disputes(FeedBook book) =>
        Listed(Shown(book, b => b.Dispute), slug => book.Names.GetValueOrDefault(new FeedSubject.Dispute(slug))?.Name);

    public static IReadOnlyList<NamedChoice> Speakers(FeedBook book) =>
        Listed(Shown(book, b => b.Speaker), slug => book.Names.GetValueOrDefault(new FeedSubject.Speaker(slug))?.Name);

    private static IEnumerable<string> Shown(FeedBook book, Func<Belonging, string?> slug) =>
        book.Events.Values.Where(e => e.IsShown).Select(e => slug(e.Belongs)).OfType<string>().Distinct();

    private static IReadOnlyList<NamedChoice> Listed(IEnumerable<string> slugs, Func<string, string?> name) =>
        [
            .. slugs
                .Select(slug => name(slug) is { } called ? new NamedChoice(slug, called) : null)
                .OfType<NamedChoice>()
                .OrderBy(c => c.Name, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true)),
        ];
}
