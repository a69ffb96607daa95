using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Live;

/// <summary>
/// A rally says fewer people than before: an estimate was counted, a figure corrected, a tap taken back. What a rally that is called off
/// had counted stays in the total, so calling it off is none.
/// </summary>
public sealed record Fall(BoardRow Before, BoardRow Now, Instant At)
{
    /// <summary>falls.ts says the same.</summary>
    public static bool Is(BoardRow before, BoardRow now) =>
        now.Headcount.High < before.Headcount.High || now.Headcount.Low < before.Headcount.Low;

    /// <summary>Those of an evening as its log tells them, the oldest first.</summary>
    public static IEnumerable<Fall> Of(CountedRally rally, IEnumerable<FigureAt> history)
    {
        BoardRow? before = null;
        foreach (var (minute, count) in history)
        {
            var now = Row(rally, count, minute);
            if (before is not null && Is(before, now))
                yield return new(before, now, minute);
            before = now;
        }
    }

    private static BoardRow Row(CountedRally rally, Headcount count, Instant at) =>
        new BoardRow(rally, count, at) with
        {
            HasOpened = true, // or nothing would be in the log
            Final = rally.IsSigned && at >= rally.Hours.ClosedAt,
        };
}
