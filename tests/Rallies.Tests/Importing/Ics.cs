using System.Text;
using Rallies.Web.Importing;

namespace Rallies.Tests.Importing;

/// <summary>Calendars as somebody's program exports them.</summary>
internal static class Ics
{
    /// <summary>Saturday 3 June 2028, 2pm to 4pm in Leeds, as the union's calendar has it.</summary>
    public static string Leeds(params string[] instead) =>
        Event([
            "UID:leeds@union.example",
            "DTSTAMP:20280501T080000Z",
            "DTSTART;TZID=Europe/London:20280603T140000",
            "DTEND;TZID=Europe/London:20280603T160000",
            "SUMMARY:Leeds: Picnic for pay",
            "LOCATION:Victoria Gardens\\, The Headrow\\, Leeds LS1 3AA\\, UK",
            .. instead,
        ]);

    /// <summary>A later line stands in for an earlier one of the same name.</summary>
    public static string Event(params IEnumerable<string> lines)
    {
        var byName = new Dictionary<string, string>();
        foreach (var line in lines)
            byName[line.Split(':', ';')[0]] = line;
        return $"BEGIN:VEVENT\r\n{string.Concat(byName.Values.Where(l => !l.EndsWith(':')).Select(l => $"{l}\r\n"))}END:VEVENT\r\n";
    }

    public static ImportRequest Calendar(params string[] events) =>
        new(
            Encoding.UTF8.GetBytes(
                $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nNAME:Union calendar\r\n{string.Concat(events)}END:VCALENDAR\r\n"
            ),
            "union.ics"
        );
}
