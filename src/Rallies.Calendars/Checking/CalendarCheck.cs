using System.Collections.Frozen;
using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>
/// A calendar file held against the rules by which calendar programs read it (RFC 5545, RFC 7986, and what is known of their ways).
/// Stricter than <see cref="CalendarFile"/>, which takes what it can: time and memory are bounded by the same
/// <see cref="ReadingLimits"/>, nothing that a file names is fetched, and no file makes it throw.
/// </summary>
public sealed record CalendarCheck
{
    /// <summary>What Google takes: larger ones it refuses or cuts.</summary>
    public const int MostOctets = 900_000;

    private CalendarCheck() { }

    /// <summary>Faults before advice, each by line.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The rules that were looked at, kept or not.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>Whether the file could not be read as a calendar: only what stood before was looked at.</summary>
    public bool IsRefused { get; private init; }

    /// <param name="limits">The reader's own unless told otherwise.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CalendarCheck Of(ReadOnlyMemory<byte> octets, ReadingLimits? limits = null, CancellationToken cancellation = default)
    {
        limits ??= new ReadingLimits();
        var (findings, complaints) = (new FindingList(), new ComplaintList(limits.Complaints));
        if (octets.Length > limits.Octets)
            complaints.Add(Fault.TooLarge, 0, "", limits.Octets);
        else if (FileOctets.AsUtf8(octets, complaints) is { } text)
            Look(octets, text, limits, complaints, findings, cancellation);
        foreach (var complaint in complaints.InOrder())
            if (complaint.Severity == Severity.File)
                findings.AddAsTold(BreachOf(complaint.Fault), complaint);
        var found = findings.InOrder();
        return new CalendarCheck
        {
            Findings = found,
            Rules = Looked(found, complaints.Refused),
            IsRefused = complaints.Refused,
        };
    }

    private static void Look(
        ReadOnlyMemory<byte> octets,
        ReadOnlyMemory<byte> text,
        ReadingLimits limits,
        ComplaintList complaints,
        FindingList findings,
        CancellationToken cancellation
    )
    {
        if (octets.Length > MostOctets)
            findings.Add(Breach.TooLarge, 0, "", "", MostOctets);
        if (octets.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            findings.Add(Breach.ByteOrderMark, 1, "");
        else if (octets.Span[0] is 0xFE or 0xFF)
            findings.Add(Breach.Utf16, 1, "");
        OctetRules.Look(text.Span, limits, findings);
        var components = new ComponentReader(new LineReader(text, limits, complaints), limits, complaints, cancellation);
        var calendars = components.Read();
        if (complaints.Refused)
            return;
        LookAtLines(text, limits, findings, cancellation);
        CalendarRules.Look(calendars, components.Ignored, findings);
        var first = EventsOf(calendars, findings, cancellation);
        ReaderRules.Look(text, first, limits, findings, cancellation);
    }

    private static void LookAtLines(ReadOnlyMemory<byte> text, ReadingLimits limits, FindingList findings, CancellationToken cancellation)
    {
        var complaints = new ComplaintList(most: 1);
        var lines = new LineReader(text, limits, complaints);
        while (lines.Next() is { } line)
        {
            cancellation.ThrowIfCancellationRequested();
            LineRules.Look(line, limits, complaints, findings);
        }
    }

    private static NodaTime.LocalDate? EventsOf(IReadOnlyList<Component> calendars, FindingList findings, CancellationToken cancellation)
    {
        NodaTime.LocalDate? first = null;
        var (events, words) = (new EventRules(findings), new WordRules(findings));
        foreach (var calendar in calendars)
        {
            var times = new TimeRules(findings, ZoneBlockRules.Look(calendar, findings));
            foreach (var e in calendar.Children.Where(child => child.Name == "VEVENT"))
            {
                cancellation.ThrowIfCancellationRequested();
                events.Look(e);
                times.Look(e);
                words.Look(e);
            }
            first = times.First < first || first is null ? times.First : first;
        }
        return first;
    }

    private static IReadOnlyList<Rule> Looked(IReadOnlyList<Finding> findings, bool isRefused)
    {
        var broken = findings.Select(finding => finding.Rule).ToFrozenSet();
        return [.. Rule.Codes.Where(code => !isRefused || broken.Contains(code)).Select(code => new Rule(code, !broken.Contains(code)))];
    }

    private static Breach BreachOf(Fault fault) =>
        fault switch
        {
            Fault.NotUtf8 or Fault.NotUtf16 => Breach.NotUtf8,
            Fault.OutsideCalendar => Breach.OutsideCalendar,
            <= Fault.TooManyParameters => Breach.TooLarge,
            _ => Breach.NotACalendar,
        };
}
