namespace Rallies.Domain;

/// <summary>A point on the earth in degrees (WGS 84): latitude from −90 to 90, longitude from −180 to 180.</summary>
public readonly record struct Coordinates
{
    private const double EarthRadius = 6_371_008.8; // metres; the mean radius of IUGG

    /// <exception cref="ArgumentOutOfRangeException">A degree lies outside the earth or is not a number.</exception>
    public Coordinates(double latitude, double longitude)
    {
        if (!IsOnEarth(latitude, 90))
            throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "Between -90 and 90.");
        if (!IsOnEarth(longitude, 180))
            throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "Between -180 and 180.");
        Latitude = latitude;
        Longitude = longitude;
    }

    public double Latitude { get; }
    public double Longitude { get; }

    /// <summary>False where the constructor would throw: for what people send.</summary>
    public static bool AreValid(double latitude, double longitude) => IsOnEarth(latitude, 90) && IsOnEarth(longitude, 180);

    /// <summary>As the crow flies on a sphere, right to about 0.5 %.</summary>
    public Distance DistanceTo(Coordinates other)
    {
        // Haversine: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984).
        var up = Math.Sin(double.DegreesToRadians(other.Latitude - Latitude) / 2);
        var across = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var h = up * up + Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * across * across;
        return new Distance(2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h))));
    }

    private static bool IsOnEarth(double degrees, double most) => Math.Abs(degrees) <= most;
}
