namespace Rallies.LoadTests;

/// <summary>Many delays, counted by the millisecond up to a minute; any thread may add.</summary>
internal sealed class Delays
{
    private readonly int[] counts = new int[60_000];

    public int Count => counts.Sum();

    public void Add(TimeSpan delay) => Interlocked.Increment(ref counts[Math.Clamp((int)delay.TotalMilliseconds, 0, counts.Length - 1)]);

    /// <summary>Milliseconds that this share of them did not exceed; 0 without any.</summary>
    public double Percentile(double share)
    {
        var wanted = (long)Math.Ceiling(Count * share);
        var seen = 0L;
        for (var milliseconds = 0; milliseconds < counts.Length; milliseconds++)
            if ((seen += counts[milliseconds]) >= wanted)
                return milliseconds;
        return counts.Length;
    }
}
