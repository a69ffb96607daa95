using NodaTime;
using NodaTime.TimeZones;

namespace Rallies.Calendars;

/// <summary>
/// What a zone's clock does for good: one offset, or one pair of yearly changes, and since when. Read from the tz database's far end
/// backwards, so that it is a fact about the zone and not about the events of one calendar.
/// </summary>
internal sealed record SettledRules(IReadOnlyList<Observance> Observances, Instant Since)
{
    public static readonly Instant Until = Instant.FromUtc(2101, 1, 1, 0, 0);
    private static readonly Instant Earliest = Instant.FromUtc(1970, 1, 1, 0, 0);
    private const int FewestYears = 12;

    /// <summary>Nothing where no two yearly changes say it, as in Cairo and Jerusalem. Casablanca's, with Ramadan in it, settles in 2087.</summary>
    public static SettledRules? Of(DateTimeZone zone)
    {
        var intervals = zone.GetZoneIntervals(Earliest, Until).ToArray();
        var last = intervals[^1];
        var since = last.HasStart && last.Start > Earliest ? last.Start : Earliest;
        return since < Until - Duration.FromDays(366 * FewestYears)
            ? new SettledRules([Observance.Always(last)], since)
            : OfYearlyChanges(intervals);
    }

    private static SettledRules? OfYearlyChanges(ZoneInterval[] intervals)
    {
        if (intervals.Length <= 2 * FewestYears)
            return null;
        var (late, early) = (new Change(intervals, intervals.Length - 1), new Change(intervals, intervals.Length - 2));
        YearlyOnset[] lateRules = [.. YearlyOnset.Of(late.Onset)],
            earlyRules = [.. YearlyOnset.Of(early.Onset)];
        var changes = 0;
        for (var i = intervals.Length - 1; i > 0; i--, changes++)
        {
            var change = new Change(intervals, i);
            var (model, rules) = changes % 2 == 0 ? (late, lateRules) : (early, earlyRules);
            if (change.To != model.To || change.From != model.From || change.Onset.Year != model.Onset.Year - changes / 2)
                break;
            var fitting = rules.Where(rule => rule.Includes(change.Onset)).ToArray();
            if (fitting.Length == 0)
                break;
            if (changes % 2 == 0)
                lateRules = fitting;
            else
                earlyRules = fitting;
        }
        if (changes < 2 * FewestYears)
            return null;

        Observance[] observances = [late.Following(lateRules[0]), early.Following(earlyRules[0])];
        return new SettledRules([.. observances.OrderByDescending(o => o.IsDaylight)], intervals[^changes].Start);
    }

    /// <summary>A change of the clock: the beginning of an interval, told in the wall time before it.</summary>
    private sealed record Change(string Name, Offset From, Offset To, LocalDateTime Onset)
    {
        public Change(ZoneInterval[] intervals, int at)
            : this(
                intervals[at].Name,
                intervals[at - 1].WallOffset,
                intervals[at].WallOffset,
                intervals[at].Start.WithOffset(intervals[at - 1].WallOffset).LocalDateTime
            ) { }

        public Observance Following(YearlyOnset rule) => new(Name, From, To, rule);
    }
}
