using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>The occasions of one series from today as far as the reader looks ahead (RFC 5545 §3.8.5), by its own wall clock.</summary>
internal sealed class SeriesDates(EventDraft series, ReadingOptions options, ComplaintList complaints, Candidates candidates)
{
    private readonly SortedSet<LocalDateTime> occasions = [];
    private readonly HashSet<int> complained = [];

    private EventSpan Span => series.Span;

    /// <summary>Nothing where the series is refused.</summary>
    public IReadOnlyCollection<LocalDateTime>? Read()
    {
        candidates.BeginSeries();
        if (series.Rule is { } rule && !TryFollow(rule))
            return Refuse(Fault.TooManyCandidates, "RRULE", options.Limits.CandidatesPerSeries);
        if (series.Rule is null)
            Add(Span.Start);
        foreach (var moment in series.Added)
        {
            if (moment.IsDate != Span.Clock is null)
            {
                complaints.Add(Fault.MixedDateAndTime, moment.Property.Line, $"RDATE:{moment.Property.Value}", Span.StartProperty.Value);
                return null;
            }
            NoticeOtherForm(moment);
            Add(moment.On(Span.Clock));
        }
        Exclude();
        Cut();
        return occasions;
    }

    private bool TryFollow(RecurrenceRule rule)
    {
        var dates = new RuleDates(rule, Span.Start.Date);
        var until = Until(rule);
        var count = 0;
        if (!dates.In(0).Contains(Span.Start.Date))
        {
            // RFC 5545 §3.8.5.3 leaves it undefined; §3.8.2.4 calls DTSTART the first of the series.
            complaints.Add(Fault.StartOutsideRule, Span.StartProperty.Line, Span.StartProperty.Value);
            Add(Span.Start);
            count++;
        }
        // Only who counts has to begin at the beginning.
        for (var period = rule.Count is null ? dates.PeriodBefore(options.Today) : 0; ; period++)
        {
            if (dates.FirstDay(period) > LastDay)
                return true;
            var found = dates.In(period);
            if (!candidates.Take(found.Count + dates.Effort))
                return false;
            foreach (var date in found)
            {
                var occasion = date + Span.Start.TimeOfDay;
                if (occasion > until || count++ >= (rule.Count ?? int.MaxValue))
                    return true;
                Add(occasion);
            }
            if (occasions.Count > options.Limits.OccasionsPerSeries + series.Excluded.Count)
                return true;
        }
    }

    private LocalDate LastDay => options.Today.PlusMonths(options.Limits.MonthsAhead);

    private LocalDateTime Until(RecurrenceRule rule)
    {
        if (rule.Until is not { } until)
            return LocalDateTime.MaxIsoValue;
        if (Span.Clock is null)
            return until.Local.Date.AtMidnight();
        return until.Form switch
        {
            TimeForm.Date => until.Local.Date + LocalTime.MaxValue,
            TimeForm.Utc => Span.Clock.LocalAt(EventClock.Utc.InstantAt(until.Local)),
            _ => until.Local,
        };
    }

    private void Add(LocalDateTime occasion)
    {
        if (occasion.Date >= options.Today && occasion.Date <= LastDay)
            occasions.Add(occasion);
    }

    private void Exclude()
    {
        var days = new HashSet<LocalDate>();
        foreach (var moment in series.Excluded)
        {
            NoticeOtherForm(moment);
            if (Span.Clock is null)
                occasions.Remove(moment.Local.Date.AtMidnight());
            else if (moment.IsDate)
                days.Add(moment.Local.Date);
            else
                occasions.Remove(moment.On(Span.Clock));
        }
        if (days.Count > 0)
            occasions.RemoveWhere(occasion => days.Contains(occasion.Date));
    }

    private void Cut()
    {
        var most = options.Limits.OccasionsPerSeries;
        if (occasions.Count > most)
        {
            complaints.Add(Fault.OccasionsCut, series.Line, series.Summary, most);
            foreach (var later in occasions.Skip(most).ToArray())
                occasions.Remove(later);
        }
    }

    /// <summary>A date among times, a floating time among zoned ones: read as it is most likely meant, and said.</summary>
    private void NoticeOtherForm(EventMoment moment)
    {
        var isAsExpected = Span.Clock is null
            ? moment.IsDate
            : !moment.IsDate && (moment.Clock is not null || Span.IsFloating || Span.Clock.Name.Length == 0);
        if (!isAsExpected && complained.Add(moment.Property.Line))
            complaints.Add(
                Fault.OtherTimeForm,
                moment.Property.Line,
                $"{moment.Property.Name}:{moment.Property.Value}",
                Span.StartProperty.Value
            );
    }

    private IReadOnlyCollection<LocalDateTime>? Refuse(Fault fault, string property, params object[] details)
    {
        var at = series.Component.Find(property);
        complaints.Add(fault, at?.Line ?? series.Line, $"{property}:{at?.Value}", details);
        return null;
    }
}
