using NodaTime;

namespace Rallies.Domain;

/// <summary>One town's part in a day of action.</summary>
public sealed class Rally
{
    public const int MaxNameLength = 80;
    public const int MaxDescriptionLength = 5_000;
    public const int MaxCapacity = 1_000_000;
    public const int MaxReasonLength = 500;

    public Rally(DayOfAction day, Slug slug, RallyTown town, MeetingPoint? meetingPoint, Instant now)
    {
        DayId = day.Id;
        Slug = slug.Value;
        Town = town;
        MeetingPoint = meetingPoint;
        CalendarId = Guid.CreateVersion7();
        StartedAt = ChangedAt = now;
    }

    private Rally() { }

    public int Id { get; private set; }
    public int DayId { get; private set; }

    /// <summary>Unique under its day, never changed, never used again.</summary>
    public string Slug { get; private set; } = "";
    public RallyTown Town { get; private set; } = null!;

    /// <summary>A name of its own; empty when the town and the day say it all.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Null while the place is still to be confirmed.</summary>
    public MeetingPoint? MeetingPoint { get; private set; }
    public string Description { get; private set; } = "";
    public Access Access { get; private set; } = new();

    /// <summary>Who calls it, as they want to be named; empty until they say.</summary>
    public string Organiser { get; private set; } = "";

    /// <summary>Date and time of its own; null when it keeps the day's.</summary>
    public LocalDateTime? OwnStart { get; private set; }

    /// <summary>A length of its own; null when it keeps the day's.</summary>
    public Duration? OwnLength { get; private set; }

    /// <summary>People the place holds, 1 to 1,000,000; null when nobody has said.</summary>
    public int? Capacity { get; private set; }
    public bool IsPostponed { get; private set; }
    public Instant? CalledOffAt { get; private set; }
    public string CalledOffBecause { get; private set; } = "";

    /// <summary>When the organiser closed the counting; what is made later is kept and has no effect.</summary>
    public Instant? CountingClosedAt { get; private set; }

    /// <summary>When the organiser put their name to the final figure.</summary>
    public Instant? FigureSignedAt { get; private set; }

    /// <summary>Since when check-ins without the screen's code raise the upper figure only; null while nobody has asked for it.</summary>
    public Instant? CodeAskedAt { get; private set; }

    /// <summary>Hidden by a moderator: on no page, in no feed, found by no search.</summary>
    public Instant? HiddenAt { get; private set; }

    /// <summary>Why it was hidden, or why it was restored.</summary>
    public string HiddenBecause { get; private set; } = "";

    /// <summary>The rally it has become part of; null while it is one of its own.</summary>
    public int? MergedIntoId { get; private set; }
    public Instant? MergedAt { get; private set; }

    /// <summary>Why it became part of another; empty while it is one of its own.</summary>
    public string MergedBecause { get; private set; } = "";

    /// <summary>Whoever started the rally, sealed with the site's key ring; null once deleted.</summary>
    public string? SealedContact { get; private set; }
    public Instant? ContactConfirmedAt { get; private set; }

    /// <summary>The form it was started with, so that sending that form twice starts it once; null when no form was.</summary>
    public Guid? StartedBy { get; private set; }

    /// <summary>What its organiser said when others near by had started already; for admins to read. Empty when there were none.</summary>
    public string DifferentBecause { get; private set; } = "";

    /// <summary>Identity in calendars for ever (RFC 7986 §5.3).</summary>
    public Guid CalendarId { get; private set; }

    /// <summary>Rises when start, end, status or place changes: whoever pledged knows one of these.</summary>
    public int Sequence { get; private set; }
    public Instant StartedAt { get; private set; }

    /// <summary>Of anything a calendar shows; every change is at least a second after the one before, as calendar programs compare whole seconds.</summary>
    public Instant ChangedAt { get; private set; }

    /// <summary>The day's version at the last change of this rally's public figures or status.</summary>
    public long Version { get; private set; }

    public RallyStatus Status => StatusOf(CalledOffAt is not null, IsPostponed, MeetingPoint is not null);

    /// <summary>The status that these three facts make, for whoever reads no more of a rally than them.</summary>
    public static RallyStatus StatusOf(bool isCalledOff, bool isPostponed, bool hasMeetingPoint) =>
        isCalledOff ? RallyStatus.Cancelled
        : isPostponed ? RallyStatus.Postponed
        : hasMeetingPoint ? RallyStatus.Confirmed
        : RallyStatus.Tentative;

    public bool IsHidden => HiddenAt is not null;

    public bool IsMerged => MergedIntoId is not null;

    /// <summary>On pages and boards: neither hidden nor part of another.</summary>
    public bool IsShown => !IsHidden && !IsMerged;

    public LocalDateTime StartsAt(DayOfAction day) => OwnStart ?? day.StartsAt;

    public Duration Lasts(DayOfAction day) => OwnLength ?? day.Lasts;

    /// <summary>When it starts and ends, in the town's zone.</summary>
    public Interval Hours(DayOfAction day)
    {
        var start = WallClock.InstantOf(StartsAt(day), Town.Zone);
        return new Interval(start, start + Lasts(day));
    }

    /// <summary>Where on the map: the pin, or the middle of the town.</summary>
    public Coordinates Coordinates => MeetingPoint?.Coordinates ?? Town.Coordinates;

    /// <summary>Names the meeting point, or with null leaves it to be confirmed.</summary>
    public bool MeetAt(MeetingPoint? meetingPoint, Instant now)
    {
        if (Equals(MeetingPoint, meetingPoint))
            return false;
        MeetingPoint = meetingPoint;
        Reschedule(now);
        return true;
    }

    /// <summary>A start or length of its own; null keeps the day's. A new start ends a postponement.</summary>
    /// <exception cref="ArgumentException">The town's clocks jump over that time.</exception>
    public bool KeepHours(LocalDateTime? start, Duration? length, Instant now)
    {
        if (start is { } local && !WallClock.Exists(local, Town.Zone))
            throw new ArgumentException($"{local} does not exist in {Town.ZoneId}.", nameof(start));
        if (length is { } duration)
            _ = Text.Within(duration, Duration.FromMinutes(15), DayOfAction.LongestRally, nameof(length));
        if (start == OwnStart && length == OwnLength && !IsPostponed)
            return false;
        (OwnStart, OwnLength, IsPostponed) = (start, length, false);
        Reschedule(now);
        return true;
    }

    public bool Postpone(Instant now)
    {
        if (IsPostponed || CalledOffAt is not null)
            return false;
        IsPostponed = true;
        Reschedule(now);
        return true;
    }

    public bool CallOff(string because, Instant now)
    {
        if (CalledOffAt is not null)
            return false;
        CalledOffBecause = Text.Optional(because, MaxReasonLength, nameof(because));
        CalledOffAt = now;
        Reschedule(now);
        return true;
    }

    /// <summary>On again after all.</summary>
    public bool Revive(Instant now)
    {
        if (CalledOffAt is null)
            return false;
        (CalledOffAt, CalledOffBecause) = (null, "");
        Reschedule(now);
        return true;
    }

    public void Describe(string name, string organiser, string description, int? capacity, Instant now)
    {
        Name = Text.Optional(name, MaxNameLength, nameof(name));
        Organiser = Text.Optional(organiser, MaxNameLength, nameof(organiser));
        Description = Text.Optional(description, MaxDescriptionLength, nameof(description));
        if (capacity is < 1 or > MaxCapacity)
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, $"Between 1 and {MaxCapacity}.");
        Capacity = capacity;
        Touch(now);
    }

    public void DescribeAccess(Access access, Instant now)
    {
        _ = Text.Optional(access.NearestStop, Access.MaxNearestStopLength, nameof(access));
        Access = access;
        Touch(now);
    }

    /// <summary>Somebody else speaks, or at another minute.</summary>
    public void OrderChanged(Instant now) => Touch(now);

    public void StartedWith(Guid? form, string differentBecause) =>
        (StartedBy, DifferentBecause) = (form, Text.Optional(differentBecause, MaxReasonLength, nameof(differentBecause)));

    public void ReachedAt(string? sealedContact) => (SealedContact, ContactConfirmedAt) = (sealedContact, null);

    public void ConfirmContact(Instant now) => ContactConfirmedAt ??= now;

    public bool Hide(string because, Instant now)
    {
        if (IsHidden)
            return false;
        HiddenBecause = Text.Required(because, MaxReasonLength, nameof(because));
        HiddenAt = now;
        Touch(now);
        return true;
    }

    public bool Restore(string because, Instant now)
    {
        if (!IsHidden)
            return false;
        (HiddenAt, HiddenBecause) = (null, Text.Required(because, MaxReasonLength, nameof(because)));
        Touch(now);
        return true;
    }

    /// <summary>It becomes part of another rally of its day. Everything it was stays, for as long as that may be undone.</summary>
    public bool MergeInto(Rally survivor, string because, Instant now)
    {
        if (survivor.DayId != DayId || survivor.Id == Id)
            throw new ArgumentException("A rally becomes part of another of the same day.", nameof(survivor));
        if (MergedIntoId == survivor.Id)
            return false;
        MergedBecause = Text.Required(because, MaxReasonLength, nameof(because));
        (MergedIntoId, MergedAt) = (survivor.Id, now);
        Touch(now);
        return true;
    }

    /// <summary>One of its own again.</summary>
    public bool Part(Instant now)
    {
        if (!IsMerged)
            return false;
        (MergedIntoId, MergedAt, MergedBecause) = (null, null, "");
        Touch(now);
        return true;
    }

    /// <summary>A public figure of it changed, in the transaction that raised the day's version.</summary>
    public void SeenAt(long version) => Version = version;

    public bool CloseCounting(Instant now)
    {
        if (CountingClosedAt is not null)
            return false;
        CountingClosedAt = now;
        return true;
    }

    /// <summary>The organiser stands by the figure. Only a closed count can be signed.</summary>
    public bool SignFigure(Instant now)
    {
        if (CountingClosedAt is null || FigureSignedAt is not null)
            return false;
        FigureSignedAt = now;
        return true;
    }

    public bool AskForCode(Instant now)
    {
        if (CodeAskedAt is not null)
            return false;
        CodeAskedAt = now;
        return true;
    }

    public bool AskForCodeNoMore()
    {
        if (CodeAskedAt is null)
            return false;
        CodeAskedAt = null;
        return true;
    }

    /// <summary>Its day moved while it keeps the day's hours, or was called off.</summary>
    public void MoveAlong(long version, Instant now)
    {
        SeenAt(version);
        Reschedule(now);
    }

    private void Reschedule(Instant now)
    {
        Sequence++;
        Touch(now);
    }

    private void Touch(Instant now) => ChangedAt = Instant.Max(ChangedAt + Duration.FromSeconds(1), now);
}
