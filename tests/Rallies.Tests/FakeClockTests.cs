using NodaTime;

namespace Rallies.Tests;

public sealed class FakeClockTests
{
    [Fact]
    public void A_clock_stands_still_until_it_is_moved()
    {
        var clock = FakeClock.At("Europe/London", new LocalDateTime(2027, 6, 3, 18, 0));

        var before = clock.GetCurrentInstant();
        clock.Advance(Duration.FromMinutes(15));

        Assert.Equal(Instant.FromUtc(2027, 6, 3, 17, 0), before);
        Assert.Equal(Instant.FromUtc(2027, 6, 3, 17, 15), clock.GetCurrentInstant());
    }
}
