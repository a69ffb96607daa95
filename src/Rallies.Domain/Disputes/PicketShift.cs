using NodaTime;

namespace Rallies.Domain.Disputes;

/// <summary>One day's stand at a picket line, as calendars carry it: stored weeks ahead, kept when it is called off.</summary>
public sealed class PicketShift
{
    public PicketShift(int lineId, LocalDate date, int ordinal, LocalDateTime startsAt, LocalDateTime endsAt, Instant now)
    {
        (LineId, Date, Ordinal) = (lineId, date, ordinal);
        (StartsAt, EndsAt) = (startsAt, Later(endsAt, startsAt));
        CalendarId = Guid.CreateVersion7();
        ChangedAt = now;
    }

    private PicketShift() { }

    public int Id { get; private set; }
    public int LineId { get; private set; }

    /// <summary>On the town's calendar.</summary>
    public LocalDate Date { get; private set; }

    /// <summary>From 0, among those of the same line and date.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Identity in calendars for ever (RFC 7986 §5.3): another hour, or called off and on again, is the same shift.</summary>
    public Guid CalendarId { get; private set; }

    /// <summary>On the town's wall clock.</summary>
    public LocalDateTime StartsAt { get; private set; }
    public LocalDateTime EndsAt { get; private set; }

    /// <summary>Raised when hours or status change (RFC 5545 §3.8.7.4).</summary>
    public int Sequence { get; private set; }
    public bool IsCancelled { get; private set; }

    /// <summary>At least a second after the change before, as calendar programs compare whole seconds.</summary>
    public Instant ChangedAt { get; private set; }

    /// <summary>It stands, from then to then.</summary>
    public bool Stand(LocalDateTime startsAt, LocalDateTime endsAt, Instant now)
    {
        if (!IsCancelled && startsAt == StartsAt && endsAt == EndsAt)
            return false;
        (StartsAt, EndsAt, IsCancelled) = (startsAt, Later(endsAt, startsAt), false);
        Change(now);
        return true;
    }

    public bool CallOff(Instant now)
    {
        if (IsCancelled)
            return false;
        IsCancelled = true;
        Change(now);
        return true;
    }

    private void Change(Instant now)
    {
        Sequence++;
        ChangedAt = Instant.Max(ChangedAt + Duration.FromSeconds(1), now);
    }

    private static LocalDateTime Later(LocalDateTime end, LocalDateTime start) =>
        end > start ? end : throw new ArgumentException("A shift ends after it starts.", nameof(end));
}
