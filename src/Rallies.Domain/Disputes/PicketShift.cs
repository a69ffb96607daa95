using NodaTime;

namespace Rallies.Domain.Disputes;

/// <summary>One day's stand at a picket line, as calendars carry it: stored weeks ahead, kept when it is called off.</summary>
public sealed class PicketShift
{
    public PicketShift(int lineId, LocalDate date, int ordinal, LocalDateTime startsAt, LocalDateTime endsAt)
    {
        (LineId, Date, Ordinal) = (lineId, date, ordinal);
        (StartsAt, EndsAt) = (startsAt, Later(endsAt, startsAt));
        CalendarId = Guid.CreateVersion7();
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

    public bool IsCancelled { get; private set; }

    /// <summary>It stands, from then to then.</summary>
    public bool Stand(LocalDateTime startsAt, LocalDateTime endsAt)
    {
        if (!IsCancelled && startsAt == StartsAt && endsAt == EndsAt)
            return false;
        (StartsAt, EndsAt, IsCancelled) = (startsAt, Later(endsAt, startsAt), false);
        return true;
    }

    public bool CallOff()
    {
        if (IsCancelled)
            return false;
        IsCancelled = true;
        return true;
    }

    private static LocalDateTime Later(LocalDateTime end, LocalDateTime start) =>
        end > start ? end : throw new ArgumentException("A shift ends after it starts.", nameof(end));
}
