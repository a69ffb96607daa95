using NodaTime;
using NodaTime.Text;
using Rallies.Domain;
using Rallies.Web.OrganiserConsole.Parts;

namespace Rallies.Web.OrganiserConsole.OneRally;

/// <summary>When it starts by the town's clocks and how long it lasts, as the browser's date and time fields give it.</summary>
public sealed record HoursForm : IForm
{
    private static readonly LocalTimePattern hoursAndMinutes = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>2028-06-03.</summary>
    public string Date { get; set; } = "";

    /// <summary>18:00.</summary>
    public string Time { get; set; } = "";

    public int Minutes { get; set; }
    public required DateTimeZone Zone { get; init; }

    /// <summary>Null while date or time cannot be read.</summary>
    public LocalDateTime? Start =>
        LocalDatePattern.Iso.Parse(Date).TryGetValue(default, out var date)
        && hoursAndMinutes.Parse(Time[..Math.Min(5, Time.Length)]).TryGetValue(default, out var time)
            ? date + time
            : null;

    public bool Exists => Start is not { } start || WallClock.Exists(start, Zone);
    public bool IsAmbiguous => Start is { } start && WallClock.IsAmbiguous(start, Zone);

    public static HoursForm Of(LocalDateTime start, Duration lasts, DateTimeZone zone) =>
        new()
        {
            Date = LocalDatePattern.Iso.Format(start.Date),
            Time = hoursAndMinutes.Format(start.TimeOfDay),
            Minutes = (int)lasts.TotalMinutes,
            Zone = zone,
        };

    public IEnumerable<FormFault> Check()
    {
        if (!LocalDatePattern.Iso.Parse(Date).Success)
            yield return new("hours-date", "fault.date");
        if (Start is null && LocalDatePattern.Iso.Parse(Date).Success)
            yield return new("hours-time", "fault.time");
        if (!Exists)
            yield return new("hours-time", "fault.skipped");
    }

    public LocalDateTime ToStart() => Start ?? throw new InvalidOperationException("Check the form first.");

    public Duration ToLength() => Duration.FromMinutes(Minutes);

    /// <summary>What the town's clocks show at the end; null while the start cannot be read.</summary>
    public LocalDateTime? End => Start is { } start ? (WallClock.InstantOf(start, Zone) + ToLength()).InZone(Zone).LocalDateTime : null;
}
