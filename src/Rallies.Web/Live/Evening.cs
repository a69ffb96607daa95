using System.Collections.Immutable;
using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Live;

/// <summary>How a day's total grew, or fell: one step a minute at most. Never changed: whoever holds it can read it in peace.</summary>
public sealed record Evening(ImmutableList<EveningStep> Steps)
{
    public static Evening Nothing { get; } = new(ImmutableList<EveningStep>.Empty);

    /// <summary>The sum of what each rally said, minute by minute.</summary>
    public static Evening Of(IEnumerable<IEnumerable<FigureAt>> rallies)
    {
        var (evening, sources) = (Nothing, default(FigureSources));
        foreach (var minute in rallies.SelectMany(Changes).GroupBy(c => c.Minute).OrderBy(m => m.Key))
        {
            sources = minute.Aggregate(sources, (sum, change) => sum + change.Sources);
            evening = evening.With(minute.Key, sources);
        }
        return evening;
    }

    /// <summary>The last total of a minute holds for it. A clock that was set back adds to the last minute.</summary>
    public Evening With(Instant now, FigureSources sources)
    {
        var step = new EveningStep(FigureHistory.MinuteOf(now), sources);
        if (Steps.IsEmpty)
            return sources == default ? this : new(Steps.Add(step));
        var last = Steps[^1];
        if (last.Sources == sources)
            return this;
        return last.Minute < step.Minute ? new(Steps.Add(step)) : new(Steps.SetItem(Steps.Count - 1, step with { Minute = last.Minute }));
    }

    /// <summary>This evening as far as it was known from the log, then as it was seen.</summary>
    public Evening Then(Evening seen) =>
        seen.Steps.IsEmpty ? this : new([.. Steps.TakeWhile(s => s.Minute < seen.Steps[0].Minute), .. seen.Steps]);

    /// <summary>No more than so many steps, of each stretch of time the last, or the one at which it was most: a line has only so many pixels.</summary>
    public IReadOnlyList<EveningStep> AtMost(int steps)
    {
        if (Steps.Count <= steps)
            return Steps;
        var stretch = (Steps[^1].Minute - Steps[0].Minute) / (steps - 1);
        var peak = Steps.MaxBy(s => s.High);
        return
        [
            .. Steps
                .GroupBy(s => (int)((s.Minute - Steps[0].Minute) / stretch))
                .Select(g => g.Last() != Steps[^1] && g.Contains(peak) ? peak : g.Last()),
        ];
    }

    // By how much each step changed the figure before it.
    private static IEnumerable<EveningStep> Changes(IEnumerable<FigureAt> steps)
    {
        var last = default(FigureSources);
        foreach (var step in steps)
        {
            var now = FigureSources.Of(step.Count);
            yield return new EveningStep(step.Minute, now - last);
            last = now;
        }
    }
}
