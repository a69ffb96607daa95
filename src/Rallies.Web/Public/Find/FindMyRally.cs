using Rallies.Domain;
using Rallies.Web.Reads;
using Rallies.Web.Towns;

namespace Rallies.Web.Public.Find;

/// <summary>From what somebody typed to the rallies nearest to them, with no outside call.</summary>
internal static class FindMyRally
{
    private const int LongestQuestion = 80;
    private const int Rallies = 5;
    private const int Choices = 10;

    // Leeds in Yorkshire is so much larger than Leeds in Kent that nobody need be asked which.
    private const int Overshadows = 20;

    public static FoundTown Answer(string typed, ShownDay day, Gazetteer towns)
    {
        var asked = typed.Length <= LongestQuestion ? typed.Trim() : typed[..LongestQuestion].Trim();
        var meant = Meant(asked, HomeOf(day, towns), towns);
        return meant switch
        {
            [] => new FoundTown.Nowhere(asked),
            [var only] => Near(asked, only, day, []),
            [var first, ..] when IsMeant(first, meant[1], asked) => Near(asked, first, day, Namesakes(first, meant)),
            _ => new FoundTown.OneOf(asked, day.Day, meant),
        };
    }

    // The country where most rallies of the day are; before the first one, where its clock is.
    private static string? HomeOf(ShownDay day, Gazetteer towns) =>
        day.Rallies.CountBy(r => r.Town.Country).OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault()
        ?? towns.Towns.FirstOrDefault(t => t.ZoneId == day.Day.ZoneId)?.Country;

    private static IReadOnlyList<Town> Meant(string asked, string? home, Gazetteer towns)
    {
        var found = towns.Search(asked, Choices, home);
        var comma = asked.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && found.Where(t => IsIn(t, FoldedText.Of(asked[(comma + 1)..], LongestQuestion))).Take(1).ToList() is [_] described)
            return described;
        var whole = found.Where(t => IsCalled(t, asked)).ToList();
        if (whole.Count == 0)
            return found;
        return whole.Exists(t => t.Country == home) ? [.. whole.Where(t => t.Country == home)] : whole;
    }

    private static bool IsMeant(Town first, Town second, string asked) =>
        IsCalled(first, asked) && first.Population >= (long)Overshadows * Math.Max(1, second.Population);

    private static List<Town> Namesakes(Town town, IReadOnlyList<Town> meant) => [.. meant.Where(t => t != town)];

    private static bool IsCalled(Town town, string asked)
    {
        var folded = FoldedText.Of(asked, LongestQuestion);
        return folded == town.Slug.Value || TownNames.Of(town).Contains(folded);
    }

    private static bool IsIn(Town town, string place) =>
        place.Length > 0
        && (
            place == FoldedText.Of(town.County, LongestQuestion)
            || place == town.Region
            || place == FoldedText.Of(town.RegionName, LongestQuestion)
        );

    private static FoundTown.Here Near(string asked, Town town, ShownDay day, IReadOnlyList<Town> namesakes) =>
        new(
            asked,
            day.Day,
            town,
            [
                .. NearRally
                    .InOrder(day.Rallies.Where(r => r.IsOn), town.Coordinates)
                    .OrderByDescending(n => n.Rally.Town.Slug == town.Slug.Value)
                    .Take(Rallies),
            ],
            [.. day.Rallies.Where(r => !r.IsOn && r.Town.Slug == town.Slug.Value)],
            namesakes
        );
}
