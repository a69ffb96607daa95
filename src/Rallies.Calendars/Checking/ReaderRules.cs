using NodaTime;
using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>What only whoever reads the events can tell: clocks and recurrences, rules E7, E9 and D2.</summary>
internal static class ReaderRules
{
    /// <param name="first">The day of the first event, from which recurrences are followed.</param>
    public static void Look(
        ReadOnlyMemory<byte> octets,
        LocalDate? first,
        ReadingLimits limits,
        FindingList findings,
        CancellationToken cancellation
    )
    {
        var earliest = new LocalDate(limits.FirstYear, 1, 1);
        var options = new ReadingOptions
        {
            Today = first > earliest ? first.Value : earliest,
            DefaultZone = DateTimeZone.Utc,
            Limits = limits,
        };
        foreach (var complaint in CalendarFile.Read(octets, options, cancellation).Complaints)
            Take(complaint, findings);
    }

    private static void Take(Complaint complaint, FindingList findings)
    {
        switch (complaint.Fault)
        {
            // A TZID beside Z is two instants as well, and told already.
            case Fault.TwoInstants when !findings.Has(Breach.ZoneTooMuch, complaint.Line):
                findings.Add(Breach.ZoneBlockWrong, complaint.Line, complaint.Text);
                break;
            case Fault.EndNotAfterStart:
                findings.Add(Breach.EndNotAfterStart, complaint.Line, complaint.Text);
                break;
            case Fault.SkippedTime:
                findings.Add(Breach.SkippedTime, complaint.Line, complaint.Text);
                break;
            case Fault.AmbiguousTime:
                findings.Add(Breach.AmbiguousTime, complaint.Line, complaint.Text);
                break;
            case Fault.NotAnAnnouncement:
                findings.Add(Breach.NotAnAnnouncement, complaint.Line, complaint.Text);
                break;
            case Fault.TextAfterEnd:
                findings.Add(Breach.OutsideCalendar, complaint.Line, complaint.Text);
                break;
            case Fault.BadRule
            or Fault.FrequencyNotRead
            or Fault.UntilAndCount
            or Fault.SeveralRules
            or Fault.ExceptionRule
            or Fault.IntervalOutOfRange
            or Fault.RangeNotRead
            or Fault.BadRecurrenceId
            or Fault.TooManyCandidates:
                findings.AddAsTold(Breach.BadRecurrence, complaint);
                break;
        }
    }
}
