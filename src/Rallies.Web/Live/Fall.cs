using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;

namespace Rallies.Web.Live;

/// <summary>A rally says fewer people than before: an estimate was counted, a figure corrected, a tap taken back, the rally called off.</summary>
public sealed record Fall(BoardRow Before, BoardRow Now, Instant At)
{
    /// <summary>falls.ts says the same.</summary>
    public static bool Is(BoardRow before, BoardRow now) =>
        before.IsReporting && (!now.IsReporting || now.Headcount.High < before.Headcount.High || now.Headcount.Low < before.Headcount.Low);

    /// <summary>Those of an evening as its log tells them, the oldest first.</summary>
    public static IEnumerable<Fall> Of(CountedRally rally, IEnumerable<FigureAt> history)
    {
        BoardRow? before = null;
        foreach (var (minute, count) in history.TakeWhile(step => !(step.Minute > rally.CalledOffAt)))
        {
            var now = Row(rally, count, minute);
            if (before is not null && Is(before, now))
                yield return new(before, now, minute);
            before = now;
        }
        if (rally is { IsCancelled: true, CalledOffAt: { } at } && before?.IsReporting == true)
            yield return new(before, before with { Status = RallyStatus.Cancelled }, at);
    }

    private static BoardRow Row(CountedRally rally, Headcount count, Instant at) =>
        new BoardRow(rally, count, at) with
        {
            Status = rally.IsCancelled ? RallyStatus.Confirmed : rally.Status,
            HasOpened = true, // or nothing would be in the log
            Final = rally.IsSigned && at >= rally.Hours.ClosedAt,
        };
}
