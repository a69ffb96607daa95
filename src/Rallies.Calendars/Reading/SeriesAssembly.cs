using NodaTime;
using NodaTime.Text;

namespace Rallies.Calendars.Reading;

/// <summary>Puts together what a file says of one UID: the event or series, and the occasions of it that were changed (RFC 5545 §3.8.4.4).</summary>
internal sealed class SeriesAssembly(ReadingOptions options, ComplaintList complaints, Candidates candidates)
{
    private static readonly InstantPattern UtcForm = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly LocalDatePattern DateForm = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public IReadOnlyList<EventOccasion> Read(IReadOnlyList<EventDraft> drafts, IReadOnlyList<EventMoment?> refused)
    {
        if (refused.Contains(null))
            return [];
        var series = Latest(drafts.Where(draft => draft.RecurrenceId is null), _ => "").Values.SingleOrDefault();
        var changed = Latest(drafts.Where(draft => draft.RecurrenceId is not null), draft => Id(draft, series));
        if (series is null)
            return [.. changed.Select(change => new EventOccasion(change.Value, change.Value.Span.Start, change.Key))];
        if (Occasions(series, isSingle: changed.Count == 0 && refused.Count == 0) is not { } occasions)
            return [];
        foreach (var moment in refused)
            occasions.Remove(Id(moment!, series));
        var excluded = series.Excluded.Select(moment => moment.On(series.Span.Clock).Date).ToHashSet();
        foreach (var (id, draft) in changed)
        {
            var original = draft.RecurrenceId!.On(series.Span.Clock).Date;
            var isKnown = occasions.Remove(id);
            if (!isKnown && IsAhead(original) && !excluded.Contains(original))
                complaints.Add(Fault.LooseOccasion, draft.Line, draft.RecurrenceId.Property.Value);
            if (isKnown || IsAhead(draft.Span.Start.Date))
                occasions[id] = new EventOccasion(draft, draft.Span.Start, id);
        }
        if (occasions.Count == 0 && series.IsSeries)
            complaints.Add(Fault.NoOccasion, series.Line, series.Summary, options.Limits.MonthsAhead);
        return [.. occasions.Values];
    }

    private Dictionary<string, EventOccasion>? Occasions(EventDraft series, bool isSingle)
    {
        var start = series.Span.Start;
        if (!series.IsSeries)
            return new() { [Id(start, series.Span.Clock)] = new(series, start, isSingle ? null : Id(start, series.Span.Clock)) };
        return new SeriesDates(series, options, complaints, candidates)
            .Read()
            ?.Select(occasion => new EventOccasion(series, occasion, Id(occasion, series.Span.Clock)))
            .DistinctBy(occasion => occasion.RecurrenceId)
            .ToDictionary(occasion => occasion.RecurrenceId!);
    }

    private bool IsAhead(LocalDate date) => date >= options.Today && date <= options.Today.PlusMonths(options.Limits.MonthsAhead);

    /// <summary>One draft for each key: the latest version of it. Of the others it is said why they are left out.</summary>
    private Dictionary<string, EventDraft> Latest(IEnumerable<EventDraft> drafts, Func<EventDraft, string> key)
    {
        var kept = new Dictionary<string, EventDraft>(StringComparer.Ordinal);
        foreach (var draft in drafts.OrderBy(draft => draft, EventDraft.LatestFirst))
        {
            var its = key(draft);
            if (!kept.TryAdd(its, draft))
                LeaveOut(draft, kept[its]);
        }
        return kept;
    }

    private void LeaveOut(EventDraft draft, EventDraft kept)
    {
        var isOlder = EventDraft.LatestFirst.Compare(kept, draft) != 0;
        complaints.Add(isOlder || draft.Content == kept.Content ? Fault.OlderCopy : Fault.TwinUid, draft.Line, draft.Summary, kept.Line);
    }

    private string Id(EventDraft draft, EventDraft? series)
    {
        var moment = draft.RecurrenceId!;
        return series is null ? Id(moment.Local, moment.IsDate ? null : moment.Clock ?? draft.Span.Clock) : Id(moment, series);
    }

    /// <summary>Which occasion is meant, by the clock of the series.</summary>
    private string Id(EventMoment moment, EventDraft series)
    {
        var span = series.Span;
        if (moment.IsDate != span.Clock is null || (moment.Clock is null && span.Clock is { Name: not "" }))
            complaints.Add(Fault.OtherTimeForm, moment.Property.Line, $"RECURRENCE-ID:{moment.Property.Value}", span.StartProperty.Value);
        return Id(moment.IsDate && span.Clock is not null ? moment.Local.Date + span.Start.TimeOfDay : moment.On(span.Clock), span.Clock);
    }

    private static string Id(LocalDateTime occasion, EventClock? clock) =>
        clock is null ? DateForm.Format(occasion.Date) : UtcForm.Format(clock.InstantAt(occasion));
}
