namespace Rallies.Tests;

/// <summary>A stopwatch that runs when the test says so.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private TimeSpan now = TimeSpan.FromHours(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.Ticks;

    public void Passes(TimeSpan time) => now += time;
}
