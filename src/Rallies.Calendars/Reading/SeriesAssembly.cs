using NodaTime;
using NodaTime.Text;

namespace Rallies.Calendars.Reading;

/// <summary>Puts together what a file says of one UID: the event or series, and the occasions of it that were changed (RFC 5545 §3.8.4.4).</summary>
internal sealed class SeriesAssembly(ReadingOptions options, ComplaintList complaints, Candidates candidates)
{
    private static readonly InstantPattern UtcForm = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly LocalDatePattern DateForm = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public IReadOnlyList<Occasion> Read(IReadOnlyList<EventDraft> drafts, IReadOnlyList<EventMoment?> refused)
    {
        if (refused.Contains(null))
            return [];
        var latest = Latest(drafts.Where(draft => draft.RecurrenceId is null), _ => "");
        var series = latest.SingleOrDefault();
        var changed = Latest(drafts.Where(draft => draft.RecurrenceId is not null), draft => Id(draft.RecurrenceId!, series));
        if (series is null)
            return [.. changed.Select(draft => new Occasion(draft, draft.Span.Start, Id(draft.RecurrenceId!, series: null)))];
        if (Occasions(series, isSingle: changed.Count == 0 && refused.Count == 0) is not { } occasions)
            return [];
        foreach (var moment in refused)
            occasions.Remove(Id(moment!, series));
        foreach (var draft in changed)
            Change(occasions, draft, Id(draft.RecurrenceId!, series), series);
        if (occasions.Count == 0 && series.IsSeries)
            complaints.Add(Fault.NoOccasion, series.Line, series.Summary, options.Limits.MonthsAhead);
        return [.. occasions.Values];
    }

    private Dictionary<string, Occasion>? Occasions(EventDraft series, bool isSingle)
    {
        var start = series.Span.Start;
        if (!series.IsSeries)
            return new() { [Id(start, series.Span.Clock)] = new(series, start, isSingle ? null : Id(start, series.Span.Clock)) };
        return new SeriesDates(series, options, complaints, candidates)
            .Read()
            ?.Select(occasion => new Occasion(series, occasion, Id(occasion, series.Span.Clock)))
            .DistinctBy(occasion => occasion.RecurrenceId)
            .ToDictionary(occasion => occasion.RecurrenceId!);
    }

    private void Change(Dictionary<string, Occasion> occasions, EventDraft draft, string id, EventDraft series)
    {
        var isKnown = occasions.Remove(id);
        var original = draft.RecurrenceId!.On(series.Span.Clock).Date;
        if (!isKnown && IsAhead(original) && !series.Excluded.Any(moment => moment.On(series.Span.Clock).Date == original))
            complaints.Add(Fault.LooseOccasion, draft.Line, draft.RecurrenceId.Property.Value);
        if (isKnown || IsAhead(draft.Span.Start.Date))
            occasions[id] = new Occasion(draft, draft.Span.Start, id);
    }

    private bool IsAhead(LocalDate date) => date >= options.Today && date <= options.Today.PlusMonths(options.Limits.MonthsAhead);

    /// <summary>One draft for each key: the latest version of it. Of the others it is said why they are left out.</summary>
    private List<EventDraft> Latest(IEnumerable<EventDraft> drafts, Func<EventDraft, string> key)
    {
        var kept = new Dictionary<string, EventDraft>(StringComparer.Ordinal);
        foreach (var draft in drafts.OrderBy(draft => draft, EventDraft.LatestFirst))
            if (!kept.TryAdd(key(draft), draft))
                LeaveOut(draft, kept[key(draft)]);
        return [.. kept.Values];
    }

    private void LeaveOut(EventDraft draft, EventDraft kept)
    {
        var isOlder = EventDraft.LatestFirst.Compare(kept, draft) != 0;
        var isSame = EventIdentity.ContentOf(draft.Component) == EventIdentity.ContentOf(kept.Component);
        complaints.Add(isOlder || isSame ? Fault.OlderCopy : Fault.TwinUid, draft.Line, draft.Summary, kept.Line);
    }

    private string Id(EventMoment moment, EventDraft? series)
    {
        if (series is null)
            return Id(
                moment.Local,
                moment.IsDate
                    ? null
                    : moment.Clock ?? new EventClock("", moment.IsDate ? null : options.AskedZone ?? options.DefaultZone, null)
            );
        if (moment.IsDate != series.Span.Clock is null || (moment.Clock is null && series.Span is { Clock.Name: not "" }))
            complaints.Add(
                Fault.OtherTimeForm,
                moment.Property.Line,
                $"RECURRENCE-ID:{moment.Property.Value}",
                series.Span.StartProperty.Value
            );
        if (moment.IsDate && series.Span.Clock is not null)
            return Id(moment.Local.Date + series.Span.Start.TimeOfDay, series.Span.Clock);
        return Id(moment.On(series.Span.Clock), series.Span.Clock);
    }

    private static string Id(LocalDateTime occasion, EventClock? clock) =>
        clock is null ? DateForm.Format(occasion.Date) : UtcForm.Format(clock.InstantAt(occasion));
}
