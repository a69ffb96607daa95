namespace Rallies.Calendars;

/// <summary>A place on the earth (WGS 84), in degrees: latitude −90 to 90, longitude −180 to 180. Six decimals, about 11 cm, are written.</summary>
public readonly record struct GeoPosition
{
    /// <exception cref="ArgumentOutOfRangeException">Not on the earth, or not a number.</exception>
    public GeoPosition(double latitude, double longitude)
    {
        Latitude = Within(latitude, 90, nameof(latitude));
        Longitude = Within(longitude, 180, nameof(longitude));
    }

    public double Latitude { get; }

    public double Longitude { get; }

    // Adding zero turns a negative zero into zero, which would otherwise be written with its sign.
    private static double Within(double degrees, double limit, string name) =>
        Math.Abs(degrees) <= limit
            ? Math.Round(degrees, 6) + 0.0
            : throw new ArgumentOutOfRangeException(name, degrees, $"Degrees lie between −{limit} and {limit}.");
}
