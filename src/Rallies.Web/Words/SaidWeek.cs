using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Domain.Disputes;

namespace Rallies.Web.Words;

/// <summary>Days of the week and hours as people say them: "Mon to Fri, 6am to 10am".</summary>
public sealed class SaidWeek(IStringLocalizer<SaidWeek> words, Said said)
{
    private static readonly WeekDays[] week =
    [
        WeekDays.Monday,
        WeekDays.Tuesday,
        WeekDays.Wednesday,
        WeekDays.Thursday,
        WeekDays.Friday,
        WeekDays.Saturday,
        WeekDays.Sunday,
    ];

    /// <summary>"every day", "every Saturday", "Mon to Fri", "Tue and Thu".</summary>
    public string Days(WeekDays days)
    {
        if (days == WeekDays.All)
            return words["every-day"];
        var chosen = week.Where(day => days.HasFlag(day)).ToList();
        if (chosen is [var only])
            return words[$"every.{only}"];
        var names = chosen.ConvertAll(Short);
        return chosen.Count > 2 && IsUnbroken(days)
            ? words["from-to", names[0], names[^1]]
            : words["and", string.Join(", ", names[..^1]), names[^1]];
    }

    /// <summary>"6am to 10am".</summary>
    public string Hours(LocalTime from, LocalTime to) => words["from-to", said.Time(from), said.Time(to)];

    /// <summary>"today", "tomorrow", "Sat 3 June".</summary>
    public string Date(LocalDate date, LocalDate today) =>
        date == today ? words["today"]
        : date == today.PlusDays(1) ? words["tomorrow"]
        : said.Date(date);

    private static string Short(WeekDays day) =>
        CultureInfo.CurrentUICulture.DateTimeFormat.AbbreviatedDayNames[(BitOperations.TrailingZeroCount((int)day) + 1) % 7];

    private static bool IsUnbroken(WeekDays days)
    {
        var bits = (int)days >> BitOperations.TrailingZeroCount((int)days);
        return (bits & (bits + 1)) == 0;
    }
}
