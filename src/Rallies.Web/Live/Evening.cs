using System.Collections.Immutable;
using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Live;

/// <summary>How a day's total grew, or fell: one step a minute at most. Never changed: whoever holds it can read it in peace.</summary>
public sealed record Evening(ImmutableList<FigureAt> Steps)
{
    public static Evening Nothing { get; } = new(ImmutableList<FigureAt>.Empty);

    /// <summary>The sum of what each rally said, minute by minute.</summary>
    public static Evening Of(IEnumerable<IEnumerable<FigureAt>> rallies)
    {
        var evening = Nothing;
        var (low, high) = (0, 0);
        foreach (var minute in rallies.SelectMany(Changes).GroupBy(c => c.Minute).OrderBy(m => m.Key))
        {
            (low, high) = (low + minute.Sum(c => c.Low), high + minute.Sum(c => c.High));
            evening = evening.With(minute.Key, low, high);
        }
        return evening;
    }

    /// <summary>The last total of a minute holds for it. A clock that was set back adds to the last minute.</summary>
    public Evening With(Instant now, int low, int high)
    {
        var step = new FigureAt(FigureHistory.MinuteOf(now), low, high);
        if (Steps.IsEmpty)
            return (low, high) == (0, 0) ? this : new(Steps.Add(step));
        var last = Steps[^1];
        if ((last.Low, last.High) == (low, high))
            return this;
        return last.Minute < step.Minute ? new(Steps.Add(step)) : new(Steps.SetItem(Steps.Count - 1, step with { Minute = last.Minute }));
    }

    /// <summary>This evening as far as it was known from the log, then as it was seen.</summary>
    public Evening Then(Evening seen) =>
        seen.Steps.IsEmpty ? this : new([.. Steps.TakeWhile(s => s.Minute < seen.Steps[0].Minute), .. seen.Steps]);

    /// <summary>No more than so many steps, the last of each stretch of time: a line has only so many pixels.</summary>
    public IReadOnlyList<FigureAt> AtMost(int steps)
    {
        if (Steps.Count <= steps)
            return Steps;
        var stretch = (Steps[^1].Minute - Steps[0].Minute) / (steps - 1);
        return [.. Steps.GroupBy(s => (int)((s.Minute - Steps[0].Minute) / stretch)).Select(g => g.Last())];
    }

    // By how much each step changed the figure before it.
    private static IEnumerable<FigureAt> Changes(IEnumerable<FigureAt> steps)
    {
        var (low, high) = (0, 0);
        foreach (var step in steps)
        {
            yield return new FigureAt(step.Minute, step.Low - low, step.High - high);
            (low, high) = (step.Low, step.High);
        }
    }
}
