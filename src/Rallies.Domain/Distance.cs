namespace Rallies.Domain;

/// <summary>How far it is, in metres; never negative.</summary>
public readonly record struct Distance : IComparable<Distance>
{
    private const double MetresInMile = 1609.344;

    public Distance(double metres)
    {
        if (!(metres >= 0))
            throw new ArgumentOutOfRangeException(nameof(metres), metres, "Not below 0.");
        Metres = metres;
    }

    public double Metres { get; }
    public double Kilometres => Metres / 1000;
    public double Miles => Metres / MetresInMile;

    public int CompareTo(Distance other) => Metres.CompareTo(other.Metres);

    public static bool operator <(Distance left, Distance right) => left.CompareTo(right) < 0;

    public static bool operator <=(Distance left, Distance right) => left.CompareTo(right) <= 0;

    public static bool operator >(Distance left, Distance right) => left.CompareTo(right) > 0;

    public static bool operator >=(Distance left, Distance right) => left.CompareTo(right) >= 0;
}
