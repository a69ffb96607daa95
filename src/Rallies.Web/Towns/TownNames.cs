using Rallies.Domain;

namespace Rallies.Web.Towns;

/// <summary>The spellings under which a town is found, folded.</summary>
internal static class TownNames
{
    /// <summary>Names by which people call the town: each is a whole match when typed in full.</summary>
    public static IEnumerable<string> Of(Town town)
    {
        var slug = town.Slug.Value;
        foreach (var name in town.OtherNames.Prepend(town.Name))
        {
            var folded = FoldedText.Of(name, NameIndex.LongestQuery);
            if (folded.Length == 0)
                continue;
            yield return folded == slug ? slug : folded; // one string in memory for both
            if (WithOtherSaint(folded) is { } other)
                yield return other;
        }
    }

    /// <summary>St Albans is looked for as Saint Albans too, and the other way round.</summary>
    private static string? WithOtherSaint(string folded)
    {
        var padded = $"-{folded}-";
        var other = padded.Contains("-saint-", StringComparison.Ordinal)
            ? padded.Replace("-saint-", "-st-", StringComparison.Ordinal)
            : padded.Replace("-st-", "-saint-", StringComparison.Ordinal);
        return other == padded ? null : other[1..^1];
    }
}
