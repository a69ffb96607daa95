namespace Rallies.Domain.Counting;

/// <summary>The order of the log: when a tap was made, then its id; never when it arrived.</summary>
public sealed class TapOrder : IComparer<Tap>
{
    public static TapOrder Instance { get; } = new();

    public int Compare(Tap? x, Tap? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = x.MadeAt.CompareTo(y.MadeAt);
        return order != 0 ? order : x.Id.CompareTo(y.Id);
    }
}
