using System.Diagnostics;
using Rallies.Domain;
using Rallies.Web.Towns;

namespace Rallies.LoadTests;

/// <summary>Measures town search against a plain scan of all names in the same run, so that the figure is a ratio.</summary>
public static class GazetteerSearch
{
    private const int Rounds = 30;
    private static readonly string[] Queries =
    [
        "a",
        "ab",
        "aber",
        "aberystwyth",
        "leeds",
        "saint albans",
        "St. Albans",
        "newcastle",
        "upon tyne",
        "caerdydd",
        "são paulo",
        "zurich",
        "new",
    ];

    public static void Measure(TextWriter report)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var loading = Stopwatch.StartNew();
        var gazetteer = Gazetteer.Load();
        loading.Stop();
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        report.WriteLine(
            $"gazetteer: {gazetteer.Towns.Count} towns loaded in {loading.ElapsedMilliseconds} ms, {held / 1_000_000.0:F1} MB held"
        );

        var folded = gazetteer.Towns.Select(town => (Key: FoldedText.Of(town.Name, 80), Town: town)).ToList();
        Run(query => gazetteer.Search(query, 10, "GB").Count, 3);
        Run(query => Scan(folded, query), 3);
        var (scanning, _) = Run(query => Scan(folded, query), Rounds);
        var (searching, slowest) = Run(query => gazetteer.Search(query, 10, "GB").Count, Rounds);
        var (slip, _) = Run(_ => gazetteer.Search("aberysttwyth", 10, "GB").Count, Rounds);
        var from = gazetteer.Towns[0].Coordinates;
        var (near, _) = Run(_ => gazetteer.Nearest(from, 10).Count, Rounds);

        report.WriteLine(
            $"search: {searching:F1} µs on average, {slowest:F0} µs for the slowest; one slip {slip:F0} µs; nearest {near:F0} µs"
        );
        report.WriteLine($"ratio: a scan takes {scanning / searching:F1} times as long as a search ({scanning:F0} µs)");
    }

    private static int Scan(List<(string Key, Town Town)> towns, string query)
    {
        var wanted = FoldedText.Of(query, 80);
        return towns
            .Where(town =>
                town.Key.StartsWith(wanted, StringComparison.Ordinal) || town.Key.Contains("-" + wanted, StringComparison.Ordinal)
            )
            .OrderByDescending(town => town.Key == wanted)
            .ThenByDescending(town => town.Town.Country == "GB")
            .ThenByDescending(town => town.Town.Population)
            .Take(10)
            .Count();
    }

    /// <summary>Microseconds a query: the average, and the slowest query's own average.</summary>
    private static (double Average, double Slowest) Run(Func<string, int> search, int rounds)
    {
        var times = Queries
            .Select(query =>
            {
                var clock = Stopwatch.StartNew();
                for (var i = 0; i < rounds; i++)
                    search(query);
                return clock.Elapsed.TotalMicroseconds / rounds;
            })
            .ToList();
        return (times.Average(), times.Max());
    }
}
