using System.Text.Json;
using Rallies.Domain;

namespace Rallies.Web.Towns;

/// <summary>The shape of some countries as SVG paths, and where on it a place lies. Immutable.</summary>
/// <param name="Covers">ISO 3166 codes of the countries drawn; none: the whole world.</param>
/// <param name="Home">Path of the countries in question.</param>
/// <param name="Context">Path of their neighbours; may be empty.</param>
public sealed record Outline(
    IReadOnlyList<string> Covers, IReadOnlyList<double> ViewBox, string Home, string Context, double West, double North, double Scale)
{
    // Towards the poles Mercator grows without end; the map stops long before.
    private const double FurthestLatitude = 85;
    private static readonly Lazy<Outline> Britain = new(() => Load("gb"));
    private static readonly Lazy<Outline> TheWorld = new(() => Load("world"));

    /// <summary>Great Britain and Northern Ireland, with Ireland and Man beside them.</summary>
    public static Outline UnitedKingdom => Britain.Value;
    public static Outline World => TheWorld.Value;

    /// <summary>The closest outline that shows all these countries.</summary>
    public static Outline Covering(IEnumerable<string> countries) =>
        countries.All(country => UnitedKingdom.Covers.Contains(country)) ? UnitedKingdom : World;

    /// <summary>Mercator's two formulas; the outline's file names them too.</summary>
    public MapPoint Project(Coordinates coordinates)
    {
        var latitude = Math.Clamp(coordinates.Latitude, -FurthestLatitude, FurthestLatitude);
        var x = (double.DegreesToRadians(coordinates.Longitude) - West) * Scale;
        var y = (North - Math.Log(Math.Tan(Math.PI / 4 + double.DegreesToRadians(latitude) / 2))) * Scale;
        return new MapPoint(Math.Round(x, 1), Math.Round(y, 1));
    }

    private static Outline Load(string name)
    {
        var resource = $"gazetteer/outlines/{name}.json";
        using var file = typeof(Outline).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded: build the project anew.");
        return JsonSerializer.Deserialize<Outline>(file, JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{resource} is empty.");
    }
}
