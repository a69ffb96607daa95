using NodaTime;

namespace Rallies.Tests;

/// <summary>A clock that stands still until a test moves it; safe to read from any thread.</summary>
public sealed class FakeClock(Instant start) : IClock
{
    private readonly Lock gate = new();
    private Instant now = start;

    public Instant Now
    {
        get
        {
            lock (gate)
                return now;
        }
        set
        {
            lock (gate)
                now = value;
        }
    }

    /// <summary>A clock set to a wall-clock time in a zone: <c>FakeClock.At("Europe/London", new(2027, 6, 3, 18, 0))</c>.</summary>
    public static FakeClock At(string zone, LocalDateTime local) => new(local.InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]).ToInstant());

    public Instant GetCurrentInstant() => Now;

    public void Advance(Duration duration)
    {
        lock (gate)
            now += duration;
    }
}
