using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Rallies.Domain.Importing;

/// <summary>
/// Which rally an event of somebody's calendar has become, and how the last import left it. An event is known by whose calendar it is
/// from, its UID and its RECURRENCE-ID (RFC 5545 §3.8.4.7, §3.8.4.4), so that no calendar ever addresses what came from another.
/// </summary>
public sealed class ImportedEvent
{
    public const int MaxUidLength = 255;
    public const int MaxRecurrenceIdLength = 40;

    /// <param name="source">Whose calendar it is.</param>
    /// <param name="recurrenceId">Which occurrence of a series; empty for an event on its own.</param>
    public ImportedEvent(Slug source, string uid, string recurrenceId, int rallyId)
    {
        Source = source.Value;
        Uid = Text.Required(uid, MaxUidLength, nameof(uid));
        RecurrenceId = Text.Optional(recurrenceId, MaxRecurrenceIdLength, nameof(recurrenceId));
        RallyId = rallyId;
    }

    private ImportedEvent() { }

    public int Id { get; private set; }
    public string Source { get; private set; } = "";
    public string Uid { get; private set; } = "";
    public string RecurrenceId { get; private set; } = "";
    public int RallyId { get; private set; }

    /// <summary>Of the event as it was last applied (RFC 5545 §3.8.7.4).</summary>
    public int Sequence { get; private set; }

    /// <summary>The later of the event's DTSTAMP and LAST-MODIFIED; null when it had neither.</summary>
    public Instant? Stamp { get; private set; }

    /// <summary>A hash of what the calendar said of it.</summary>
    public byte[] Told { get; private set; } = [];

    /// <summary>A hash of the rally as the import left it.</summary>
    public byte[] Left { get; private set; } = [];
    public Instant AppliedAt { get; private set; }

    /// <summary>The calendar's words were put into the rally.</summary>
    public void Apply(int sequence, Instant? stamp, ReadOnlySpan<byte> told, Rally rally, Instant now)
    {
        Hear(sequence, stamp);
        (Told, Left, AppliedAt) = (told.ToArray(), HashOf(rally), now);
    }

    /// <summary>The calendar says the same under a newer number.</summary>
    public bool Hear(int sequence, Instant? stamp)
    {
        if (!IsOlderThan(sequence, stamp))
            return false;
        (Sequence, Stamp) = (sequence, stamp ?? Stamp);
        return true;
    }

    /// <summary>A higher SEQUENCE is newer, and at the same SEQUENCE a later stamp.</summary>
    public bool IsOlderThan(int sequence, Instant? stamp) =>
        sequence > Sequence || (sequence == Sequence && stamp is { } later && (Stamp is not { } known || later > known));

    public bool IsNewerThan(int sequence, Instant? stamp) =>
        sequence < Sequence || (sequence == Sequence && stamp is { } earlier && Stamp is { } known && earlier < known);

    /// <summary>Whether nobody has changed here what an import writes.</summary>
    public bool IsAsLeft(Rally rally) => HashOf(rally).AsSpan().SequenceEqual(Left);

    private static byte[] HashOf(Rally rally) =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    {rally.OwnStart:uuuu-MM-dd'T'HH:mm} {rally.OwnLength?.TotalMinutes} {rally.Status}
                    {rally.MeetingPoint?.Place}
                    {rally.MeetingPoint?.Directions}
                    {rally.MeetingPoint?.Latitude} {rally.MeetingPoint?.Longitude}
                    {rally.Name}
                    {rally.Organiser}
                    {rally.Description}
                    """
                )
            )
        );
}
