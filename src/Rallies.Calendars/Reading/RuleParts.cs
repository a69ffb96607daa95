using System.Globalization;
using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>The parts of a recurrence rule as they are written (RFC 5545 §3.3.10), and the first thing that is wrong with them.</summary>
internal sealed class RuleParts
{
    private const int MostPlaces = 53;

    private static readonly string[] Known =
    [
        "FREQ",
        "INTERVAL",
        "COUNT",
        "UNTIL",
        "WKST",
        "BYMONTH",
        "BYMONTHDAY",
        "BYDAY",
        "BYSETPOS",
        "BYHOUR",
        "BYMINUTE",
        "BYSECOND",
    ];

    private static readonly string[] DayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);

    public RuleParts(string rule)
    {
        foreach (var range in rule.AsSpan().Split(';'))
        {
            var part = rule.AsSpan(range).Trim();
            if (part.IsEmpty)
                continue;
            var equals = part.IndexOf('=');
            var name = (equals < 0 ? part : part[..equals]).Trim().ToString().ToUpperInvariant();
            if (equals < 0 || !parts.TryAdd(name, part[(equals + 1)..].Trim().ToString()))
                Refuse(Fault.BadRule, part.ToString());
            else if (!Known.Contains(name))
                Refuse(Fault.RulePartNotRead, name);
        }
    }

    /// <summary>What is wrong, and the word that is.</summary>
    public (Fault Fault, string Word)? Wrong { get; private set; }

    public void Refuse(Fault fault, string word) => Wrong ??= (fault, word);

    /// <summary>A part, or nothing.</summary>
    public string? Find(string name) => parts.GetValueOrDefault(name);

    /// <summary>The numbers of a list, 0 not among them; none where the part is not given.</summary>
    public IReadOnlySet<int> Numbers(string name, int least, int most)
    {
        var numbers = new HashSet<int>();
        if (Find(name) is { } list)
            foreach (var range in list.AsSpan().Split(','))
                numbers.Add(Number(name, list.AsSpan(range), least, most));
        return numbers;
    }

    public int Number(string name, ReadOnlySpan<char> text, int least, int most)
    {
        if (
            int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            && (number != 0 || least == 0)
        )
            return number;
        Refuse(Fault.BadRule, $"{name}={text}");
        return 1;
    }

    /// <summary>Weekdays, each with its place in the month or year, or with 0.</summary>
    public IReadOnlySet<(int Place, IsoDayOfWeek Day)> Days()
    {
        var days = new HashSet<(int, IsoDayOfWeek)>();
        if (Find("BYDAY") is not { } list)
            return days;
        foreach (var range in list.AsSpan().Split(','))
        {
            var text = list.AsSpan(range).Trim();
            var place = text.Length > 2 ? Number("BYDAY", text[..^2], -MostPlaces, MostPlaces) : 0;
            days.Add((place, Weekday("BYDAY", text.Length > 2 ? text[^2..] : text)));
        }
        return days;
    }

    public IsoDayOfWeek Weekday(string name, ReadOnlySpan<char> text)
    {
        var day = Array.IndexOf(DayNames, text.ToString().ToUpperInvariant());
        if (day < 0)
            Refuse(Fault.BadRule, $"{name}={text}");
        return day < 0 ? IsoDayOfWeek.Monday : (IsoDayOfWeek)(day + 1);
    }
}
