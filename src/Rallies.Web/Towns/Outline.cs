using System.Text.Json;
using Rallies.Domain;

namespace Rallies.Web.Towns;

/// <summary>The shape of some countries as SVG paths, and where on it a place lies. Immutable.</summary>
public sealed record Outline
{
    // Towards the poles Mercator grows without end; the map stops long before.
    private const double FurthestLatitude = 85;
    private static readonly Lazy<Outline> Britain = new(() => Load("gb"));
    private static readonly Lazy<Outline> TheWorld = new(() => Load("world"));

    /// <summary>ISO 3166 codes of the countries drawn; none: the whole world.</summary>
    public required IReadOnlyList<string> Covers { get; init; }

    /// <summary>Left, top, width and height, as SVG wants them.</summary>
    public required IReadOnlyList<double> ViewBox { get; init; }

    /// <summary>Path of the countries in question.</summary>
    public required string Home { get; init; }

    /// <summary>The same for a map of a few centimetres: a tenth of the octets, in whole units.</summary>
    public required string Small { get; init; }

    /// <summary>Path of their neighbours; may be empty.</summary>
    public required string Context { get; init; }

    /// <summary>The left edge, in radians.</summary>
    public required double West { get; init; }

    /// <summary>The top edge, in Mercator's radians.</summary>
    public required double North { get; init; }

    /// <summary>Units a radian.</summary>
    public required double Scale { get; init; }

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
        using var file =
            typeof(Outline).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded: build the project anew.");
        return JsonSerializer.Deserialize<Outline>(file, JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{resource} is empty.");
    }
}
