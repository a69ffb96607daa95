using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>A VEVENT whose properties are read, before it is known which occasions it stands for.</summary>
internal sealed class EventDraft
{
    private string? content;

    public required Component Component { get; init; }

    public required EventIdentity Identity { get; init; }

    public required EventTexts Texts { get; init; }

    public required int Sequence { get; init; }

    public Instant? Stamp { get; init; }

    public Instant? LastModified { get; init; }

    public required CalendarZones Zones { get; init; }

    public required EventSpan Span { get; init; }

    /// <summary>Which occasion of a series it stands for (RFC 5545 §3.8.4.4), as it is written.</summary>
    public EventMoment? RecurrenceId { get; init; }

    public RecurrenceRule? Rule { get; init; }

    public IReadOnlyList<EventMoment> Added { get; init; } = [];

    public IReadOnlyList<EventMoment> Excluded { get; init; } = [];

    public bool IsSeries => Rule is not null || Added.Count > 0;

    /// <summary>Never blank: without one the event is refused.</summary>
    public string Summary => Texts.Summary!;

    public int Line => Component.Line;

    /// <summary>The same for two events that say the same; worked out once, as one event may be compared with all others of the file.</summary>
    public string Content => content ??= EventIdentity.ContentOf(Component);

    /// <summary>Later versions of an event come first: by SEQUENCE, then by DTSTAMP and LAST-MODIFIED (RFC 5546 §2.1.5).</summary>
    public static IComparer<EventDraft> LatestFirst { get; } =
        Comparer<EventDraft>.Create(
            static (a, b) =>
                (b.Sequence, b.Stamp ?? Instant.MinValue, b.LastModified ?? Instant.MinValue).CompareTo(
                    (a.Sequence, a.Stamp ?? Instant.MinValue, a.LastModified ?? Instant.MinValue)
                )
        );

    /// <summary>The event on one of its occasions.</summary>
    public ReadEvent On(EventTimes times, string? recurrenceId, IReadOnlyList<Complaint> questions) =>
        new()
        {
            Uid = Identity.Uid,
            UidDerived = Identity.IsDerived,
            RecurrenceId = recurrenceId,
            Sequence = Sequence,
            Stamp = Stamp,
            LastModified = LastModified,
            Summary = Summary,
            Description = Texts.Description,
            Location = Texts.Location,
            Position = Texts.Position,
            Url = Texts.Url,
            Categories = Texts.Categories,
            Status = Texts.Status,
            Times = times,
            Questions = questions,
            OrganiserName = Texts.OrganiserName,
            Line = Line,
        };
}
