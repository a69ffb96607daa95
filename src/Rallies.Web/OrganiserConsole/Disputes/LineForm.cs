using NodaTime;
using NodaTime.Text;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Web.OrganiserConsole.Parts;

namespace Rallies.Web.OrganiserConsole.Disputes;

/// <summary>A picket line, as typed: the browser's own date and time fields.</summary>
public sealed record LineForm : IForm
{
    private const int LongestDays = 400;
    private static readonly LocalTimePattern hoursAndMinutes = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>Null until one is chosen from those found.</summary>
    public Town? Town { get; set; }
    public string Gate { get; set; } = "";
    public WeekDays Days { get; set; } = WeekDays.Monday | WeekDays.Tuesday | WeekDays.Wednesday | WeekDays.Thursday | WeekDays.Friday;
    public string From { get; set; } = "07:00";
    public string To { get; set; } = "10:00";
    public string First { get; set; } = "";
    public string Last { get; set; } = "";

    public IEnumerable<FormFault> Check()
    {
        if (Town is null)
            yield return new("line-town", "fault.town");
        if (string.IsNullOrWhiteSpace(Gate))
            yield return new("line-gate", "fault.gate");
        else if (FormFault.IfLonger("line-gate", Gate, PicketLine.MaxGateLength) is { } tooLong)
            yield return tooLong;
        if (Days == WeekDays.None)
            yield return new("line-day-Monday", "fault.week-days");
        if (Time(From) is null)
            yield return new("line-from", "fault.time");
        if (Time(To) is not { } to || to <= Time(From))
            yield return new("line-to", "fault.ends-later");
        if (Date(First) is null)
            yield return new("line-first", "fault.date");
        if (Date(Last) is not { } last || Date(First) is { } first && (last < first || Period.DaysBetween(first, last) > LongestDays))
            yield return new("line-last", "fault.last-day");
    }

    public PicketLine ToLine(int disputeId, Instant now) =>
        (Town, Time(From), Time(To), Date(First), Date(Last)) is ({ } town, { } from, { } to, { } first, { } last)
            ? new(disputeId, new RallyTown(town), Gate, null, Days, from, to, first, last, now)
            : throw new InvalidOperationException("Check the form first.");

    private static LocalTime? Time(string text) =>
        hoursAndMinutes.Parse(text[..Math.Min(5, text.Length)]) is { Success: true } read ? read.Value : null;

    private static LocalDate? Date(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : null;
}
