using NodaTime;

namespace Rallies.Domain.Publishing;

/// <summary>
/// What calendars were last told of an event. Whatever changes its words or hours – an organiser, another name of its day, a new tz
/// database – is noticed by comparing with this, so that SEQUENCE and LAST-MODIFIED cannot be forgotten.
/// </summary>
public sealed class CalendarEntry
{
    /// <summary>How long a move stands before the title.</summary>
    public static readonly Duration MovedFor = Duration.FromHours(48);

    /// <param name="id">The event's identity in calendars, for ever.</param>
    /// <param name="created">When the event was first made.</param>
    public CalendarEntry(Guid id, Occasion told, Instant created, Instant now)
    {
        (Id, Told) = (id, told);
        (CreatedAt, ChangedAt) = (created, now);
    }

    private CalendarEntry() { }

    public Guid Id { get; private set; }
    public Occasion Told { get; private set; } = null!;

    /// <summary>What it was before <see cref="AlteredAt"/>; null while it is as it was first told.</summary>
    public Occasion? Before { get; private set; }
    public Instant? AlteredAt { get; private set; }

    /// <summary>When its start or place was last another.</summary>
    public Instant? MovedAt { get; private set; }

    /// <summary>Rises by one with each other occasion and never falls (RFC 5545 §3.8.7.4).</summary>
    public int Sequence { get; private set; }
    public Instant CreatedAt { get; private set; }

    /// <summary>When anything calendars show of it was last another: rises by a second at least, as calendar programs compare whole seconds.</summary>
    public Instant ChangedAt { get; private set; }

    /// <summary>A hash of all that calendars show, in every language, apart from the stamps themselves.</summary>
    public byte[] Words { get; private set; } = [];

    /// <summary>Since when no calendar carries it; null while some do.</summary>
    public Instant? LeftAt { get; private set; }

    public bool IsMovedAt(Instant now) => MovedAt is { } moved && !Told.IsOff && now < moved + MovedFor;

    /// <summary>When it is.</summary>
    public bool Schedule(Occasion occasion, Instant now)
    {
        if (occasion == Told)
            return false;
        if (occasion.IsMovedFrom(Told))
            MovedAt = now;
        (Before, Told, AlteredAt) = (Told, occasion, now);
        Sequence++;
        return true;
    }

    /// <summary>What is said of it. Back in the calendars after it had left them is a change too.</summary>
    public bool Say(ReadOnlySpan<byte> words, Instant now)
    {
        if (LeftAt is null && words.SequenceEqual(Words))
            return false;
        var isNew = Words.Length == 0;
        if (!isNew)
            ChangedAt = Instant.Max((LeftAt ?? ChangedAt) + Duration.FromSeconds(1), now);
        (Words, LeftAt) = (words.ToArray(), null);
        return true;
    }

    /// <summary>Out of every calendar: hidden, or no longer vouched for.</summary>
    public bool Leave(Instant now)
    {
        if (LeftAt is not null)
            return false;
        LeftAt = Instant.Max(ChangedAt + Duration.FromSeconds(1), now);
        return true;
    }
}
