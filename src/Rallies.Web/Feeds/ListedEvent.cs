using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using Rallies.Calendars;
using Rallies.Domain.Publishing;

namespace Rallies.Web.Feeds;

/// <summary>An event as feeds carry it: its octets made once for every language, and for programs that want a cancellation as a notice.</summary>
public sealed class ListedEvent
{
    private static readonly CultureInfo[] cultures = [new("en-GB"), new("cy")];
    private readonly RenderedEvent[] renderings;

    public ListedEvent(Occurrence occurrence, CalendarEntry? entry, Instant now)
    {
        (Belongs, ChangesAt) = (occurrence.Belongs, occurrence.ChangesAt);
        renderings = entry is { LeftAt: null } ? Render(occurrence, entry, now) : [];
        TouchedAt = entry is null ? null : Instant.Max(entry.ChangedAt, entry.LeftAt ?? Instant.MinValue);
        if (IsShown && entry!.IsMovedAt(now))
            ChangesAt = Earlier(ChangesAt, entry.MovedAt + CalendarEntry.MovedFor);
    }

    private ListedEvent(Belonging belongs, Instant leftAt) => (Belongs, TouchedAt, renderings) = (belongs, leftAt, []);

    public Belonging Belongs { get; }

    /// <summary>False once it has left every calendar; what it belonged to still has to say that it changed.</summary>
    public bool IsShown => renderings.Length > 0;

    /// <summary>When it last changed or left; null if calendars never carried it.</summary>
    public Instant? TouchedAt { get; }

    /// <summary>When time alone makes another event of it; null when it never does.</summary>
    public Instant? ChangesAt { get; }

    /// <summary>The same once it is no more.</summary>
    public ListedEvent Gone(Instant leftAt) => new(Belongs, leftAt);

    /// <summary>Feeds show the same of both.</summary>
    public bool IsLike(ListedEvent? other) =>
        other is not null && Belongs == other.Belongs && TouchedAt == other.TouchedAt && IsShown == other.IsShown;

    public RenderedEvent In(string language, bool notice) => renderings[(language == "cy" ? 2 : 0) + (notice ? 1 : 0)];

    /// <summary>A hash of everything that calendars show of it, apart from the stamps.</summary>
    public static byte[] WordsOf(Occurrence occurrence, CalendarEntry entry, Instant now)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var culture in cultures)
            hash.AppendData(Render(occurrence, entry, now, culture, notice: false, NodaConstants.UnixEpoch).Octets.Span);
        return hash.GetHashAndReset()[..16];
    }

    private static RenderedEvent[] Render(Occurrence occurrence, CalendarEntry entry, Instant now)
    {
        var renderings = new List<RenderedEvent>();
        foreach (var culture in cultures)
        {
            var plain = Render(occurrence, entry, now, culture, notice: false, entry.ChangedAt);
            renderings.Add(plain);
            renderings.Add(entry.Told.IsOff ? Render(occurrence, entry, now, culture, notice: true, entry.ChangedAt) : plain);
        }
        return [.. renderings];
    }

    private static RenderedEvent Render(
        Occurrence occurrence,
        CalendarEntry entry,
        Instant now,
        CultureInfo culture,
        bool notice,
        Instant changed
    )
    {
        CultureInfo.CurrentUICulture = culture;
        return RenderedEvent.From(occurrence.Write(entry, now, notice) with { Changed = changed }, TimeZoneTexts.Default);
    }

    private static Instant? Earlier(Instant? a, Instant? b) => a is null || b < a ? b : a;
}
