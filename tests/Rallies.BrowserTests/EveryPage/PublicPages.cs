using System.Text;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;

namespace Rallies.BrowserTests.EveryPage;

/// <summary>What everybody may read.</summary>
internal static class PublicPages
{
    public static IReadOnlyList<PageToOpen> All { get; } =
    [
        new("the front page", "/", "/"),
        new("a town with a rally", "/", "/?town=leeds"),
        new("a town with none", "/", "/?town=newry"),
        new("a name of several towns", "/", "/?town=newport"),
        new("a town nobody knows", "/", "/?town=xyzzy"),
        new("a coming day", "/{day}", "/3rd-june"),
        new("a day that is on", "/{day}", "/tonight"),
        new("a day that is not there", "/{day}", "/no-such-day") { Status = 404 },
        new("a coming rally", "/{day}/{town}", "/3rd-june/york"),
        new("a rally without a place", "/{day}/{town}", site => site.RallyWithoutAPlace()),
        new("a rally called off", "/{day}/{town}", site => site.RallyCalledOff()),
        new("a rally that is on", "/{day}/{town}", "/tonight/york"),
        new("a rally nobody has started", "/{day}/{town}", "/3rd-june/newry") { Status = 404 },
        new("the board", "/{day}/live", "/tonight/live"),
        new("the board before the day", "/{day}/live", "/3rd-june/live"),
        new("the big screen", "/{day}/live", "/tonight/live?screen=1"),
        new("the press sheet", "/{day}/live/press", "/tonight/live/press"),
        new("the press sheet before the day", "/{day}/live/press", "/3rd-june/live/press"),
        new("the counter for other sites", "/embed/{day}", "/embed/tonight"),
        new("the counter before the day", "/embed/{day}", "/embed/3rd-june?lang=cy"),
        new("the counter of a day that is not there", "/embed/{day}", "/embed/no-such-day") { Status = 404 },
        new("picket lines", "/pickets", "/pickets"),
        new("a dispute", "/disputes/{dispute}", site => site.Dispute()),
        new("calendars", "/calendar", "/calendar"),
        new("the calendar check", "/calendar/check", "/calendar/check"),
        new("a feed, checked", "/calendar/check", "/calendar/check?feed=/calendar/3rd-june.ics"),
        new("somebody else's feed", "/calendar/check", "/calendar/check?feed=https://example.org/a.ics") { Status = 422 },
        new("a file that is no calendar", "/calendar/check", "/calendar/check") { Then = Uploads("no calendar") },
        new("a file with faults", "/calendar/check", "/calendar/check") { Then = Uploads("BEGIN:VCALENDAR\nEND:VCALENDAR\n") },
        new("about", "/about", "/about"),
        new("privacy", "/privacy", "/privacy"),
        new("accessibility", "/accessibility", "/accessibility"),
    ];

    private static Func<Person, Task> Uploads(string text) =>
        async person =>
        {
            await person
                .Page.Locator("input[type=file]")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "export.ics",
                        MimeType = "text/calendar",
                        Buffer = Encoding.UTF8.GetBytes(text),
                    }
                );
            await person.PressesButton("Check the file");
        };
}
