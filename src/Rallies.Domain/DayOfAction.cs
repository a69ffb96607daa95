using NodaTime;

namespace Rallies.Domain;

/// <summary>The same hour in every town: a date and a wall-clock time, which each rally resolves in its own zone.</summary>
public sealed class DayOfAction
{
    public const int MaxNameLength = 80;
    public const int MaxTextLength = 5_000;
    public static readonly Duration LongestRally = Duration.FromHours(24);

    private readonly List<CallToAction> callsToAction = [];

    public DayOfAction(Slug slug, string name, LocalDate date, LocalTime time, Duration lasts, string zoneId, Instant now)
    {
        Slug = slug.Value;
        Name = Text.Required(name, MaxNameLength, nameof(name));
        Date = date;
        Time = time;
        Lasts = Text.Within(lasts, Duration.FromMinutes(15), LongestRally, nameof(lasts));
        ZoneId = DateTimeZoneProviders.Tzdb[zoneId].Id;
        CalendarId = Guid.CreateVersion7();
        AnnouncedAt = ChangedAt = now;
    }

    private DayOfAction() { }

    public int Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Description { get; private set; } = "";

    /// <summary>Space-separated, each with its #; empty when there are none.</summary>
    public string Hashtags { get; private set; } = "";
    public LocalDate Date { get; private set; }
    public LocalTime Time { get; private set; }
    public Duration Lasts { get; private set; }

    /// <summary>The zone in which the day itself is spoken of (its countdown on the front page); every rally has its own.</summary>
    public string ZoneId { get; private set; } = "";
    public DayStatus Status { get; private set; }
    public IReadOnlyList<CallToAction> CallsToAction => callsToAction;

    /// <summary>Identity in calendars for ever (RFC 7986 §5.3).</summary>
    public Guid CalendarId { get; private set; }

    /// <summary>Rises when date, time or status changes, and with it every rally that keeps the day's.</summary>
    public int Sequence { get; private set; }
    public Instant AnnouncedAt { get; private set; }
    public Instant ChangedAt { get; private set; }

    /// <summary>Counts every change of a public figure of this day; the live board's version. Raised in the database alone, so that no two writers take the same.</summary>
    public long Version { get; private set; }

    public LocalDateTime StartsAt => Date + Time;

    public void Describe(string description, string hashtags, IEnumerable<CallToAction> calls, Instant now)
    {
        Description = Text.Optional(description, MaxTextLength, nameof(description));
        Hashtags = Text.Optional(hashtags, 200, nameof(hashtags));
        callsToAction.Clear();
        callsToAction.AddRange(calls);
        Touch(now);
    }

    /// <summary>Another date or time; not once it is called off. Rallies that set none of their own move along.</summary>
    public bool Move(LocalDate date, LocalTime time, Instant now)
    {
        if (Status == DayStatus.Cancelled || (date == Date && time == Time))
            return false;
        (Date, Time) = (date, time);
        Status = DayStatus.Moved;
        Change(now);
        return true;
    }

    public bool CallOff(Instant now)
    {
        if (Status == DayStatus.Cancelled)
            return false;
        Status = DayStatus.Cancelled;
        Change(now);
        return true;
    }

    private void Change(Instant now)
    {
        Sequence++;
        Touch(now);
    }

    // Calendar programs compare whole seconds.
    private void Touch(Instant now) => ChangedAt = Instant.Max(ChangedAt + Duration.FromSeconds(1), now);
}
