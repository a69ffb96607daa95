namespace Rallies.Domain;

/// <summary>Where exactly in a town people gather.</summary>
public sealed record MeetingPoint
{
    public const int MaxPlaceLength = 120;
    public const int MaxDirectionsLength = 500;

    public MeetingPoint(string place, string? directions, Coordinates? coordinates)
    {
        Place = Text.Required(place, MaxPlaceLength, nameof(place));
        Directions = Text.Optional(directions, MaxDirectionsLength, nameof(directions));
        Latitude = coordinates?.Latitude;
        Longitude = coordinates?.Longitude;
    }

    private MeetingPoint() { }

    /// <summary>As said aloud: "Briggate, outside the town hall".</summary>
    public string Place { get; private init; } = "";
    public string Directions { get; private init; } = "";

    /// <summary>Degrees; null when nobody has put a pin, and the town's centre serves.</summary>
    public double? Latitude { get; private init; }
    public double? Longitude { get; private init; }
    public Coordinates? Coordinates => Latitude is { } latitude && Longitude is { } longitude ? new Coordinates(latitude, longitude) : null;
}
