using NodaTime;

namespace Rallies.Domain.Disputes;

/// <summary>A gate at which people stand, on which days and at what hours.</summary>
public sealed class PicketLine
{
    public const int MaxGateLength = 120;

    /// <summary>Unconfirmed this long, it is shown grey.</summary>
    public static readonly Duration DoubtAfter = Duration.FromDays(7);

    /// <summary>Unconfirmed this long, it leaves the list.</summary>
    public static readonly Duration ArchiveAfter = Duration.FromDays(14);

    private readonly List<LocalDate> exceptions = [];

    /// <exception cref="ArgumentException">It ends no later than it starts, lasts over no day, or has nobody standing on any day.</exception>
    public PicketLine(
        int disputeId,
        RallyTown town,
        string gate,
        Coordinates? coordinates,
        WeekDays days,
        LocalTime from,
        LocalTime to,
        LocalDate first,
        LocalDate last,
        Instant now
    )
    {
        DisputeId = disputeId;
        Town = town;
        Gate = Text.Required(gate, MaxGateLength, nameof(gate));
        (Latitude, Longitude) = (coordinates?.Latitude, coordinates?.Longitude);
        SetRule(days, from, to, first, last);
        EnteredAt = ConfirmedAt = ChangedAt = now;
    }

    private PicketLine() { }

    public int Id { get; private set; }
    public int DisputeId { get; private set; }
    public RallyTown Town { get; private set; } = null!;

    /// <summary>As said aloud: "Depot, Gate 3, Mumps".</summary>
    public string Gate { get; private set; } = "";
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public WeekDays Days { get; private set; }
    public LocalTime From { get; private set; }
    public LocalTime To { get; private set; }
    public LocalDate First { get; private set; }
    public LocalDate Last { get; private set; }

    /// <summary>Days on which nobody stands although the rule says so.</summary>
    public IReadOnlyList<LocalDate> Exceptions => exceptions;
    public Instant EnteredAt { get; private set; }

    /// <summary>Taken off for good; its shifts stay in calendars as called off.</summary>
    public Instant? RemovedAt { get; private set; }

    /// <summary>When somebody last said that it stands.</summary>
    public Instant ConfirmedAt { get; private set; }
    public Instant ChangedAt { get; private set; }

    public Coordinates Coordinates =>
        Latitude is { } latitude && Longitude is { } longitude ? new Coordinates(latitude, longitude) : Town.Coordinates;

    public bool StandsOn(LocalDate date) => date >= First && date <= Last && Days.Include(date) && !exceptions.Contains(date);

    /// <summary>The days it stands within a span, both ends included.</summary>
    public IEnumerable<LocalDate> DaysBetween(LocalDate first, LocalDate last)
    {
        for (var date = LocalDate.Max(first, First); date <= LocalDate.Min(last, Last); date = date.PlusDays(1))
            if (StandsOn(date))
                yield return date;
    }

    public PicketTrust TrustAt(Instant now) =>
        now - ConfirmedAt >= ArchiveAfter ? PicketTrust.Archived
        : now - ConfirmedAt >= DoubtAfter ? PicketTrust.Doubtful
        : PicketTrust.Confirmed;

    public void Confirm(Instant now) => ConfirmedAt = now;

    /// <summary>Other days or hours.</summary>
    /// <exception cref="ArgumentException">As of the constructor.</exception>
    public bool Stand(WeekDays days, LocalTime from, LocalTime to, LocalDate first, LocalDate last, Instant now)
    {
        if ((days, from, to, first, last) == (Days, From, To, First, Last))
            return false;
        SetRule(days, from, to, first, last);
        ChangedAt = now;
        return true;
    }

    public bool Remove(Instant now)
    {
        if (RemovedAt is not null)
            return false;
        RemovedAt = ChangedAt = now;
        return true;
    }

    public bool StandsNotOn(LocalDate date, Instant now)
    {
        if (exceptions.Contains(date))
            return false;
        exceptions.Add(date);
        ChangedAt = now;
        return true;
    }

    private void SetRule(WeekDays days, LocalTime from, LocalTime to, LocalDate first, LocalDate last)
    {
        if (to <= from)
            throw new ArgumentException("A picket line ends after it starts, on the same day.", nameof(to));
        if (last < first || Period.DaysBetween(first, last) > 400)
            throw new ArgumentException("The last day is not before the first, and within 400 days of it.", nameof(last));
        if ((days & WeekDays.All) == WeekDays.None || (days & ~WeekDays.All) != 0)
            throw new ArgumentException("A picket line stands on at least one day of the week.", nameof(days));
        (Days, From, To, First, Last) = (days, from, to, first, last);
    }
}
