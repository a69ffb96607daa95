using Rallies.Domain.Disputes;

namespace Rallies.Web.Importing;

/// <summary>Reads days of the week as people write them: "Mon-Fri", "Tue, Thu", "Monday to Wednesday and Saturday", "daily".</summary>
internal static class SaidWeekDays
{
    private static readonly string[] names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>None when a word of it is no day.</summary>
    public static WeekDays Read(string text)
    {
        var words = text.ToLowerInvariant()
            .Replace("-", " to ", StringComparison.Ordinal)
            .Replace("–", " to ", StringComparison.Ordinal)
            .Split([' ', ',', ';', '/', '&', '+'], StringSplitOptions.RemoveEmptyEntries);
        if (string.Join(' ', words) is "daily" or "every day" or "all")
            return WeekDays.All;
        var (days, before, reaches) = (WeekDays.None, -1, false);
        foreach (var word in words)
        {
            if (word == "and")
                continue;
            if (word == "to")
            {
                if (before < 0 || reaches)
                    return WeekDays.None;
                reaches = true;
                continue;
            }
            if (IndexOf(word) is not (>= 0 and var day))
                return WeekDays.None;
            // Saturday to Monday goes round the end of the week.
            for (var each = reaches ? before : day; each != day; each = (each + 1) % 7)
                days |= (WeekDays)(1 << each);
            days |= (WeekDays)(1 << day);
            (before, reaches) = (day, false);
        }
        return reaches ? WeekDays.None : days;
    }

    private static int IndexOf(string word) =>
        Array.FindIndex(names, name => word.StartsWith(name, StringComparison.Ordinal) && IsADay(word, name));

    private static bool IsADay(string word, string name) =>
        word == name
        || word == $"{name}s"
        || word.TrimEnd('s')
            is "monday"
                or "tues"
                or "tue"
                or "tuesday"
                or "wednesday"
                or "thur"
                or "thursday"
                or "friday"
                or "saturday"
                or "sunday";
}
