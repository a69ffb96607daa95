using Microsoft.AspNetCore.WebUtilities;
using Rallies.Web.Public.Days;

namespace Rallies.Web.Public.Boards;

/// <summary>In which order somebody wants the list of all rallies, and which of them, as their address says it.</summary>
/// <param name="Town">The beginning of a word in the town's name, or empty.</param>
public sealed record BoardOrder(BoardColumn By, bool Descending, string Town)
{
    /// <summary>The largest first, all of them.</summary>
    public static BoardOrder Usual { get; } = new(BoardColumn.People, Descending: true, "");

    public bool IsUsual => By is BoardColumn.People && Descending && Town.Length == 0;

    public static BoardOrder Read(IQueryCollection query)
    {
        var by =
            Enum.TryParse<BoardColumn>(query["sort"], ignoreCase: true, out var column) && Enum.IsDefined(column)
                ? column
                : BoardColumn.People;
        var descending = query["dir"].ToString() switch
        {
            "asc" => false,
            "desc" => true,
            _ => StartsDescending(by),
        };
        return new(by, descending, RallyFilter.Read(query).Town);
    }

    /// <summary>The lines that fit, in order; whoever has not reported comes after those who have, and who is off comes last.</summary>
    public IReadOnlyList<BoardLine> Of(IEnumerable<BoardLine> lines)
    {
        var filter = new RallyFilter { Town = Town };
        var fit = lines
            .Where(l => filter.Fits(l.Rally))
            .OrderBy(l =>
                By is BoardColumn.Town ? 0
                : l.IsOff ? 2
                : l.Row.IsReporting ? 0
                : 1
            );
        var sorted = By switch
        {
            BoardColumn.People => Then(fit, l => (l.Row.Headcount.High, l.Row.Headcount.Low)),
            BoardColumn.Kind => Then(fit, l => l.Row.Headcount.Kind).ThenByDescending(l => l.Row.Headcount.High),
            // The age grows as the time of the figure falls.
            BoardColumn.Age => Then(fit, l => -(l.Row.Headcount.AsOf?.ToUnixTimeMilliseconds() ?? 0)),
            _ => Then(fit, l => l.Name, StringComparer.InvariantCultureIgnoreCase),
        };
        return [.. sorted.ThenBy(l => l.Name, StringComparer.InvariantCultureIgnoreCase).ThenBy(l => l.Rally.Slug, StringComparer.Ordinal)];
    }

    /// <summary>The query that a column's heading leads to: sorted by it, or the other way round where it is so already.</summary>
    public string Towards(BoardColumn column)
    {
        var descending = column == By ? !Descending : StartsDescending(column);
        var query = QueryHelpers.AddQueryString("", "sort", NameOf(column));
        if (descending != StartsDescending(column))
            query = QueryHelpers.AddQueryString(query, "dir", descending ? "desc" : "asc");
        return (Town.Length > 0 ? QueryHelpers.AddQueryString(query, "town", Town) : query) + "#list";
    }

    public string? AriaSort(BoardColumn column) =>
        column != By ? null
        : Descending ? "descending"
        : "ascending";

    public static string NameOf(BoardColumn column) => column.ToString().ToLowerInvariant();

    private static bool StartsDescending(BoardColumn column) => column is BoardColumn.People;

    private IOrderedEnumerable<BoardLine> Then<TKey>(
        IOrderedEnumerable<BoardLine> lines,
        Func<BoardLine, TKey> key,
        IComparer<TKey>? comparer = null
    ) => Descending ? lines.ThenByDescending(key, comparer) : lines.ThenBy(key, comparer);
}
