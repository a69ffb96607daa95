using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>Gives every occasion its zone and its instants, or says why it cannot, or what has to be asked.</summary>
internal sealed class OccasionSettling(ReadingOptions options, ComplaintList complaints)
{
    private readonly Dictionary<ZoneRules, DateTimeZone?> matches = [];
    private readonly Dictionary<EventDraft, List<Complaint>> questions = [];
    private readonly HashSet<EventDraft> withoutZone = [];

    public IReadOnlyList<ReadEvent> Settle(IReadOnlyList<EventOccasion> occasions)
    {
        foreach (var group in occasions.Where(o => o.Draft.Span.Clock is { Zone: null }).GroupBy(o => o.Draft.Span.Clock!.Rules!))
            matches[group.Key] = Match(group.Key, [.. group]);
        return [.. occasions.Select(Settle).OfType<ReadEvent>()];
    }

    private DateTimeZone? Match(ZoneRules rules, EventOccasion[] occasions)
    {
        var times = occasions.SelectMany(occasion => (LocalDateTime[])[occasion.Start, occasion.End]).ToHashSet();
        var first = occasions[0].Draft;
        var zone = ZoneMatch.Find(rules, times, first.Zones.Offered, options);
        if (zone is null)
            return options.AskedZone;
        var name = first.Span.Clock!.Name;
        complaints.Add(Fault.ZoneMatched, first.Span.StartProperty.Line, name, name, zone.Id);
        return zone;
    }

    private ReadEvent? Settle(EventOccasion occasion)
    {
        var span = occasion.Draft.Span;
        if (span.Clock is null)
        {
            var last = (occasion.Start + span.Length.Wall).Date.PlusDays(-1);
            return Told(occasion, EventTimes.AllDay(occasion.Start.Date, last), []);
        }
        var zone = span.Clock.Zone ?? matches[span.Clock.Rules!];
        if (zone is null)
        {
            if (withoutZone.Add(occasion.Draft))
                complaints.Add(Fault.UnknownZone, span.StartProperty.Line, span.Clock.Name, span.StartProperty.Name, span.Clock.Name);
            return null;
        }
        return Settle(occasion, zone);
    }

    private ReadEvent? Settle(EventOccasion occasion, DateTimeZone zone)
    {
        var (span, asked) = (occasion.Draft.Span, new List<Complaint>());
        if (Instant(occasion, occasion.Start, zone, asked) is not { } start || End(occasion, start, zone, asked) is not { } end)
            return null;
        if (end.ToInstant() <= start.ToInstant())
        {
            complaints.Add(
                Fault.EndNotAfterStart,
                span.StartProperty.Line,
                $"DTSTART:{span.StartProperty.Value}",
                span.StartProperty.Value
            );
            return null;
        }
        AskOfDraft(occasion.Draft, start, end);
        var times = zone.Id == DateTimeZone.Utc.Id ? EventTimes.Utc(start.ToInstant(), end.ToInstant()) : EventTimes.Zoned(start, end);
        return Told(occasion, times, [.. questions.GetValueOrDefault(occasion.Draft, []), .. asked]);
    }

    private ZonedDateTime? End(EventOccasion occasion, ZonedDateTime start, DateTimeZone zone, List<Complaint> asked)
    {
        var length = occasion.Draft.Span.Length;
        if (length.Exact == Duration.Zero)
            return Instant(occasion, occasion.Start + length.Wall, zone, asked);
        var days = length.Wall.HasDateComponent ? zone.AtLeniently(start.LocalDateTime + length.Wall) : start;
        return days + length.Exact;
    }

    private ZonedDateTime? Instant(EventOccasion occasion, LocalDateTime local, DateTimeZone zone, List<Complaint> asked)
    {
        var mapping = zone.MapLocal(local);
        var property = occasion.Draft.Span.StartProperty;
        if (mapping.Count == 0)
        {
            complaints.Add(Fault.SkippedTime, property.Line, property.Value, $"{local:HH:mm}", $"{local:uuuu-MM-dd}", zone.Id);
            return null;
        }
        if (mapping.Count == 2)
            asked.Add(
                complaints.Ask(
                    Fault.AmbiguousTime,
                    property.Line,
                    property.Value,
                    [mapping.First(), mapping.Last()],
                    $"{local:HH:mm}",
                    $"{local:uuuu-MM-dd}",
                    zone.Id
                )
            );
        return mapping.First();
    }

    /// <summary>What is asked once of an event, however many occasions it has.</summary>
    private void AskOfDraft(EventDraft draft, ZonedDateTime start, ZonedDateTime end)
    {
        var span = draft.Span;
        var isFirst = !questions.TryGetValue(draft, out var asked);
        if (isFirst)
            questions[draft] = asked = [];
        if (isFirst && span.IsFloating)
            Ask(Fault.FloatingTime, [start], start.Zone.Id);
        if (isFirst && span.HasNoEnd)
            Ask(Fault.NoEnd, [end]);
        if (!asked!.Any(question => question.Fault == Fault.TwoInstants) && Other(span, start) is { } other)
            Ask(Fault.TwoInstants, [start, other], Told(start), Told(other));

        void Ask(Fault fault, IReadOnlyList<ZonedDateTime> choices, params object[] details) =>
            asked!.Add(complaints.Ask(fault, span.StartProperty.Line, span.StartProperty.Value, choices, details));
    }

    /// <summary>The start as the file's own rules would have it, or the zone beside a Z, where that is another instant.</summary>
    private static ZonedDateTime? Other(EventSpan span, ZonedDateTime start)
    {
        if (span.Contradiction is { Zone: { } named })
            return named.AtLeniently(start.LocalDateTime);
        if (span.Clock is not { Zone: not null, Rules: { } rules } || !rules.Tells(start.LocalDateTime))
            return null;
        var byRules = rules.InstantAt(start.LocalDateTime);
        var isSame = start.Zone.MapLocal(start.LocalDateTime) is { Count: 2 } twice
            ? byRules == twice.First().ToInstant() || byRules == twice.Last().ToInstant()
            : byRules == start.ToInstant();
        return isSame ? null : byRules.InZone(start.Zone);
    }

    private static string Told(ZonedDateTime time) => FormattableString.Invariant($"{time.ToInstant().InUtc():uuuu-MM-dd HH:mm}");

    private static ReadEvent Told(EventOccasion occasion, EventTimes times, IReadOnlyList<Complaint> questions) =>
        occasion.Draft.On(times, occasion.RecurrenceId, questions);
}
