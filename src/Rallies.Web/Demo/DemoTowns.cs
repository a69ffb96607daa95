using Rallies.Domain;
using Rallies.Web.Towns;

namespace Rallies.Web.Demo;

/// <summary>The towns of the demo: the most populous of the United Kingdom, none within 9 km of another. Goole is left for whoever tries to start a rally.</summary>
internal static class DemoTowns
{
    public const int Count = 260;
    private const double Apart = 9_000;
    private static readonly string[] always = ["leeds", "cardiff", "kingston-upon-hull", "aberystwyth", "edinburgh", "belfast"];

    public static IReadOnlyList<Town> Choose(Gazetteer gazetteer)
    {
        var chosen = always.Select(slug => gazetteer.Find(slug)!).ToList();
        foreach (var town in gazetteer.Towns.Where(t => t.Country == "GB" && t.Name != "Goole"))
        {
            if (chosen.Count == Count)
                break;
            if (chosen.TrueForAll(other => other.Coordinates.DistanceTo(town.Coordinates).Metres > Apart))
                chosen.Add(town);
        }
        return chosen;
    }
}
