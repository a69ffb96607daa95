namespace Rallies.Calendars.Reading;

/// <summary>
/// What an iCalendar file says (RFC 5545), and everything that is wrong with it. Time and memory are bounded by
/// <see cref="ReadingLimits"/>; nothing that a file names is ever fetched; no file makes the reader throw.
/// </summary>
public sealed record CalendarFile
{
    private CalendarFile() { }

    /// <summary>What the calendar calls itself (RFC 7986 §5.1, or X-WR-CALNAME); the first of several.</summary>
    public string? Name { get; private init; }

    /// <summary>In the order of their start. Cancelled and past ones too: see their status and times.</summary>
    public IReadOnlyList<ReadEvent> Events { get; private init; } = [];

    /// <summary>How many components of each other kind were passed over, such as VTODO or VALARM.</summary>
    public IReadOnlyDictionary<string, int> Ignored { get; private init; } = new Dictionary<string, int>();

    /// <summary>What refuses the file first, then by line.</summary>
    public required IReadOnlyList<Complaint> Complaints { get; init; }

    /// <summary>Whether the whole file was refused: there are no events then, and the first complaint says why.</summary>
    public bool IsRefused { get; private init; }

    /// <summary>Reads a file that is in memory already.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CalendarFile Read(ReadOnlyMemory<byte> octets, ReadingOptions options, CancellationToken cancellation = default)
    {
        var complaints = new ComplaintList(options.Limits.Complaints);
        if (octets.Length > options.Limits.Octets)
            complaints.Add(Fault.TooLarge, 0, "", options.Limits.Octets);
        else if (FileOctets.AsUtf8(octets, complaints) is { } text)
        {
            var reader = new ComponentReader(new LineReader(text, options.Limits, complaints), options.Limits, complaints, cancellation);
            var calendars = reader.Read();
            if (!complaints.Refused && CalendarHeader.Read(calendars, options.Limits, complaints) is { } header && !complaints.Refused)
                return new CalendarFile
                {
                    Name = header.Name,
                    Events = new EventsOfFile(options, complaints, cancellation).Read(calendars),
                    Ignored = reader.Ignored,
                    Complaints = complaints.InOrder(),
                };
        }
        return new CalendarFile { Complaints = complaints.InOrder(), IsRefused = true };
    }

    /// <summary>Reads a stream, no further than the limit of octets allows.</summary>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static async Task<CalendarFile> ReadAsync(Stream stream, ReadingOptions options, CancellationToken cancellation = default) =>
        Read(await BoundedStream.TakeAsync(stream, options.Limits.Octets, cancellation).ConfigureAwait(false), options, cancellation);
}
