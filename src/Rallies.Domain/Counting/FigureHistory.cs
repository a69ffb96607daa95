using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>How a rally's figure came about: what its log added up to at the end of each minute, by what had arrived until then.</summary>
public static class FigureHistory
{
    /// <summary>In order; only minutes in which the figure changed, or what it rests on.</summary>
    public static IEnumerable<FigureAt> Of(IEnumerable<Tap> taps, IEnumerable<CheckIn> checkIns, Instant? closedAt)
    {
        var arrivals = taps.Select(t => (At: t.ReceivedAt, Tap: (Tap?)t, CheckIn: (CheckIn?)null))
            .Concat(checkIns.Select(c => (At: c.ReceivedAt, Tap: (Tap?)null, CheckIn: (CheckIn?)c)));
        var (log, checkedIn, last) = (new TapLog(), default(CheckedIn), Headcount.Nobody);
        foreach (var minute in arrivals.GroupBy(a => MinuteOf(a.At)).OrderBy(m => m.Key))
        {
            foreach (var (_, tap, checkIn) in minute)
            {
                if (tap is not null)
                    log.Add(tap);
                if (checkIn is not null)
                    checkedIn = checkedIn.With(checkIn);
            }
            var now = log.Fold(checkedIn, closedAt);
            if ((now.Kind, now.Low, now.High) == (last.Kind, last.Low, last.High))
                continue;
            last = now;
            yield return new FigureAt(minute.Key, now);
        }
    }

    public static Instant MinuteOf(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds() / 60 * 60);
}
