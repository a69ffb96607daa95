using NodaTime;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

public sealed class CalendarHeaderTests
{
    [Fact]
    public void C1_to_C5_a_calendar_says_what_it_is_always_in_the_same_order()
    {
        var calendar = Sample.Calendar with
        {
            Description = "Rallies, pickets; and what to bring",
            Url = new Uri("https://rallies.example.org/towns/oldham"),
            Source = new Uri("https://rallies.example.org/calendar/towns/oldham.ics"),
            Colour = new CalendarColour("Crimson"),
        };

        var lines = ContentLines.Unfolded(CalendarAssembly.Assemble(calendar, [Sample.Event.Rendered()]).Octets.Span);

        Assert.Equal(
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Example//1//EN",
                "CALSCALE:GREGORIAN",
                "NAME:Rallies in Oldham",
                "X-WR-CALNAME:Rallies in Oldham",
                @"DESCRIPTION:Rallies\, pickets\; and what to bring",
                @"X-WR-CALDESC:Rallies\, pickets\; and what to bring",
                "UID:oldham@calendars.example.org",
                "URL;VALUE=URI:https://rallies.example.org/towns/oldham",
                "SOURCE;VALUE=URI:https://rallies.example.org/calendar/towns/oldham.ics",
                "LAST-MODIFIED:20260203T091530Z",
                "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                "X-PUBLISHED-TTL:PT1H",
                "COLOR:crimson",
                "X-APPLE-CALENDAR-COLOR:#DC143C",
                "BEGIN:VTIMEZONE",
            ],
            lines[..17]
        );
    }

    [Theory]
    [InlineData(49, "PT1H")]
    [InlineData(48, "PT15M")]
    [InlineData(1, "PT15M")]
    [InlineData(-1, "PT1H")]
    public void C4_readers_look_more_often_within_48_hours_of_a_start(int hours, string refresh)
    {
        var start = Instant.FromUtc(2026, 5, 1, 10, 0);

        var calendar = CalendarAssembly.Assemble(
            Sample.Calendar,
            [Sample.At(start).Rendered()],
            new CalendarWindow { AsOf = start - Duration.FromHours(hours) }
        );

        Assert.Equal("VALUE=DURATION:" + refresh, ContentLines.Find(calendar.Octets.Span, "REFRESH-INTERVAL"));
        Assert.Equal(refresh, ContentLines.Find(calendar.Octets.Span, "X-PUBLISHED-TTL"));
    }

    [Theory]
    [InlineData("METHOD")]
    [InlineData("X-WR-TIMEZONE")]
    [InlineData("TIMEZONE-ID")]
    [InlineData("X-WR-RELCALID")]
    [InlineData("ORGANIZER")]
    [InlineData("ATTENDEE")]
    [InlineData("RRULE;")]
    public void C6_what_troubles_readers_is_not_written(string property) =>
        Assert.Null(ContentLines.Find(CalendarAssembly.Assemble(Sample.Calendar, [Sample.Event.Rendered()]).Octets.Span, property));

    [Fact]
    public void C7_there_is_exactly_one_VCALENDAR()
    {
        var lines = ContentLines.Unfolded(CalendarAssembly.Assemble(Sample.Calendar, [Sample.Event.Rendered()]).Octets.Span);

        Assert.Single(lines, "BEGIN:VCALENDAR");
        Assert.Equal("END:VCALENDAR", lines[^1]);
    }

    [Theory]
    [InlineData("notacolour")]
    [InlineData("ActiveBorder")]
    [InlineData("Transparent")]
    [InlineData("#dc143c")]
    public void C5_a_colour_without_a_CSS_name_is_refused(string name) => Assert.Throws<ArgumentException>(() => new CalendarColour(name));

    [Fact]
    public void Nonsense_about_a_calendar_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Sample.Calendar with { Name = " " });
        Assert.Throws<ArgumentException>(() => Sample.Calendar with { Uid = "" });
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Calendar with { Refresh = Duration.Zero });
    }
}
