using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace Rallies.Web.Words;

/// <summary>Times, dates, distances and numbers as people say them, in the reader's language.</summary>
public sealed class Said(IStringLocalizer<Said> words)
{
    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>"6pm", "6.30pm", "noon".</summary>
    public string Time(LocalTime time)
    {
        if (time == LocalTime.Noon)
            return words["noon"];
        if (time == LocalTime.Midnight)
            return words["midnight"];
        var half = words[time.Hour < 12 ? "am" : "pm"];
        var minute = time.Minute == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{time.Minute:00}");
        return $"{time.ClockHourOfHalfDay.ToString(CultureInfo.InvariantCulture)}{minute}{half}";
    }

    /// <summary>"6.30", "7pm": beside other times of the same hours.</summary>
    public string TimeInARow(LocalTime time) =>
        time.Minute == 0 ? Time(time) : string.Create(CultureInfo.InvariantCulture, $"{time.ClockHourOfHalfDay}.{time.Minute:00}");

    /// <summary>"Sat 3 June".</summary>
    public string Date(LocalDate date) => date.ToDateOnly().ToString("ddd d MMMM", Culture);

    /// <summary>"Saturday 3 June 2028".</summary>
    public string FullDate(LocalDate date) => date.ToDateOnly().ToString("dddd d MMMM yyyy", Culture);

    /// <summary>"today, 6pm", "tomorrow, 6pm", "Sat 3 June, 6pm"; in another year the year too.</summary>
    public string Moment(LocalDateTime local, DateTimeZone zone, Instant now)
    {
        var today = now.InZone(zone).Date;
        var day =
            local.Date == today ? words["today"]
            : local.Date == today.PlusDays(1) ? words["tomorrow"]
            : local.Date == today.PlusDays(-1) ? words["yesterday"]
            : local.Date.Year == today.Year ? Date(local.Date)
            : local.Date.ToDateOnly().ToString("ddd d MMMM yyyy", Culture);
        return words["day-and-time", day, Time(local.TimeOfDay)];
    }

    /// <summary>"UK time", "Dublin time": said wherever the zone could be doubted.</summary>
    public string Zone(string zoneId) =>
        zoneId switch
        {
            "Europe/London" or "Europe/Belfast" or "Europe/Jersey" or "Europe/Guernsey" or "Europe/Isle_of_Man" => words["uk-time"],
            _ => words["zone-time", zoneId[(zoneId.LastIndexOf('/') + 1)..].Replace('_', ' ')],
        };

    /// <summary>"just now", "4 minutes ago", "2 hours ago", then the date.</summary>
    public string Ago(Instant then, Instant now)
    {
        var passed = now - then;
        if (passed < Duration.FromMinutes(1))
            return words["just-now"];
        if (passed < Duration.FromHours(1))
            return Count("minutes-ago", (int)passed.TotalMinutes);
        if (passed < Duration.FromDays(1))
            return Count("hours-ago", (int)passed.TotalHours);
        return Count("days-ago", (int)passed.TotalDays);
    }

    /// <summary>"5 minutes", "2 hours", "93 days": how long until something.</summary>
    public string Within(Duration duration)
    {
        if (duration < Duration.FromHours(1))
            return Count("minutes", Math.Max(1, (int)Math.Ceiling(duration.TotalMinutes)));
        return duration < Duration.FromHours(48)
            ? Count("hours", (int)Math.Round(duration.TotalHours))
            : Count("days", (int)duration.TotalDays);
    }

    /// <summary>"in 5 minutes", "in 2 hours", "in 93 days".</summary>
    public string In(Duration duration) => words["in", Within(duration)];

    /// <summary>The same words with the first letter a capital, to begin a line with.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Culture) + text[1..];

    /// <summary>Miles in the United Kingdom and the United States, kilometres elsewhere.</summary>
    public string Distance(Domain.Distance distance, string country) =>
        country is "GB" or "US"
            ? Count("miles", Math.Max(1, (int)Math.Round(distance.Miles)))
            : Count("kilometres", Math.Max(1, (int)Math.Round(distance.Kilometres)));

    /// <summary>"12,400".</summary>
    public string Number(long number) => number.ToString("N0", Culture);

    // Each counted word stands in the resources as word.one and word.other.
    private string Count(string word, int number) => words[$"{word}.{(number == 1 ? "one" : "other")}", Number(number)];
}
