using Microsoft.Extensions.Primitives;
using Rallies.Domain;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Days;

/// <summary>Which rallies of a day somebody wants to see, as their address says it; what it does not understand it leaves out.</summary>
public sealed record RallyFilter
{
    public const int LongestTown = 80;
    private const int MostValues = 8;

    /// <summary>A region's slug, or null for all.</summary>
    public string? Region { get; init; }

    /// <summary>The beginning of a word in the town's name, or empty.</summary>
    public string Town { get; init; } = "";
    public bool StepFree { get; init; }
    public bool SignLanguage { get; init; }
    public bool Children { get; init; }

    public bool IsEmpty => this == new RallyFilter();

    public static RallyFilter Read(IQueryCollection query)
    {
        var access = Access(query["access"]);
        return new RallyFilter
        {
            Region = query["region"].ToString() is var region && Slug.IsValid(region) ? region : null,
            Town = query["town"].ToString() is { Length: <= LongestTown } town
                ? town.Trim()
                : query["town"].ToString()[..LongestTown].Trim(),
            StepFree = access.Contains("step-free"),
            SignLanguage = access.Contains("bsl"),
            Children = access.Contains("children"),
        };
    }

    public bool Fits(ListedRally rally) =>
        (Region is null || rally.Town.Region == Region)
        && (Town.Length == 0 || IsCalled(rally, FoldedText.Of(Town, LongestTown)))
        && (!StepFree || rally.StepFree is AccessFact.Yes)
        && (!SignLanguage || rally.SignLanguage is AccessFact.Yes)
        && (!Children || rally.ChildrenWelcome is AccessFact.Yes);

    private static bool IsCalled(ListedRally rally, string wanted) =>
        wanted.Length > 0
        && (
            Begins(FoldedText.Of(rally.Town.Name, LongestTown), wanted)
            || Begins(rally.Town.Slug, wanted)
            || Begins(FoldedText.Of(rally.Name, LongestTown), wanted)
        );

    private static bool Begins(string words, string wanted) => $"-{words}".Contains($"-{wanted}", StringComparison.Ordinal);

    // A form sends access=bsl&access=children, people and feeds write access=bsl,children.
    private static HashSet<string> Access(StringValues values) =>
        [.. values.Take(MostValues).SelectMany(v => (v ?? "").Split(',', MostValues)).Select(v => v.Trim())];
}
