using NodaTime;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

public sealed class CalendarAssemblyTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 4, 20, 12, 0);

    [Fact]
    public void B8_the_same_events_in_another_order_make_the_same_octets()
    {
        RenderedEvent[] Render() =>
            [.. Enumerable.Range(0, 50).Select(i => Sample.Named($"picket-{i * 37 % 50}", "Picket").Rendered()), Sample.Event.Rendered()];

        var one = CalendarAssembly.Assemble(Sample.Calendar, Render());
        var other = CalendarAssembly.Assemble(Sample.Calendar, [.. Render().Reverse()]);

        Assert.Equal(one.Octets.Text(), other.Octets.Text());
    }

    [Fact]
    public void B8_events_stand_by_start_and_then_by_UID()
    {
        var late = Sample.At(Now + Duration.FromHours(5));
        var early = Sample.At(Now);
        var twin = early with { Uid = "a" + early.Uid };

        var calendar = CalendarAssembly.Assemble(Sample.Calendar, [late.Rendered(), early.Rendered(), twin.Rendered()]);

        Assert.Equal([twin.Uid, early.Uid, late.Uid], Uids(calendar));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(13)]
    public void B8_time_alone_changes_nothing_before_the_instant_that_the_calendar_names(int withRoomFor)
    {
        // Far enough apart that each comes near, begins, ends and goes by itself.
        RenderedEvent[] events =
        [
            .. Enumerable.Range(-6, 13).Select(i => Sample.At(Now + i * Duration.FromHours(127), hours: 3).Rendered()),
        ];
        var room = CalendarAssembly.Assemble(Sample.Calendar, events[..withRoomFor]).Octets.Length;
        var window = new CalendarWindow { AsOf = Now + Duration.FromMinutes(1), MostOctets = room };

        for (var step = 0; step < 200; step++)
        {
            var here = CalendarAssembly.Assemble(Sample.Calendar, events, window);
            if (here.ChangesAt is not { } next)
                break;
            var justBefore = CalendarAssembly.Assemble(Sample.Calendar, events, window with { AsOf = next - Duration.Epsilon });
            Assert.Equal(here.Octets.Text(), justBefore.Octets.Text());
            window = window with { AsOf = next };
        }
        Assert.Empty(Uids(CalendarAssembly.Assemble(Sample.Calendar, events, window with { AsOf = Now + Duration.FromDays(365) })));
    }

    [Fact]
    public void C8_a_calendar_without_events_still_has_a_component()
    {
        var calendar = CalendarAssembly.Assemble(Sample.Calendar with { Zone = TimeZoneTexts.Default.For(Sample.London) }, []);
        var anywhere = CalendarAssembly.Assemble(Sample.Calendar, []);

        Assert.Contains("TZID:Europe/London\r\n", calendar.Octets.Text());
        Assert.Contains("TZID:Etc/UTC\r\n", anywhere.Octets.Text());
    }

    [Fact]
    public void E2_two_events_with_one_UID_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            CalendarAssembly.Assemble(Sample.Calendar, [Sample.Event.Rendered(), Sample.Event.Rendered()])
        );

    [Fact]
    public void E7_every_zone_stands_once_and_before_the_events()
    {
        CalendarEvent In(string zone) =>
            Sample.Named(zone.Replace('/', '-'), zone) with
            {
                Times = EventTimes.Zoned(new LocalDateTime(2026, 5, 1, 11, 0), new LocalDateTime(2026, 5, 1, 12, 0), Sample.Zone(zone)),
            };

        var calendar = CalendarAssembly.Assemble(
            Sample.Calendar,
            [In("Europe/London").Rendered(), In("GB").Rendered(), In("America/New_York").Rendered(), In("Africa/Cairo").Rendered()]
        );

        string[] starts =
        [
            .. ContentLines
                .Unfolded(calendar.Octets.Span)
                .Where(l => l.StartsWith("TZID:", StringComparison.Ordinal) || l == "BEGIN:VEVENT"),
        ];
        Assert.Equal(
            ["TZID:America/New_York", "TZID:Europe/London", "BEGIN:VEVENT", "BEGIN:VEVENT", "BEGIN:VEVENT", "BEGIN:VEVENT"],
            starts
        );
    }

    [Fact]
    public void E16_events_stay_for_30_days_after_their_end()
    {
        var stays = Sample.At(Now - Duration.FromDays(30) - Duration.FromHours(1), hours: 2);
        var goes = Sample.At(Now - Duration.FromDays(30) - Duration.FromHours(2), hours: 2);

        var calendar = CalendarAssembly.Assemble(Sample.Calendar, [stays.Rendered(), goes.Rendered()], new CalendarWindow { AsOf = Now });

        Assert.Equal([stays.Uid], Uids(calendar));
        Assert.Equal(0, calendar.LeftOut);
    }

    [Fact]
    public void E16_a_large_calendar_loses_the_past_and_then_the_far_future_and_says_so()
    {
        RenderedEvent[] events = [.. Enumerable.Range(-200, 3600).Select(hour => Sample.At(Now + Duration.FromHours(3 * hour)).Rendered())];
        var window = new CalendarWindow { AsOf = Now, Notice = "Too many to show them all." };

        var calendar = CalendarAssembly.Assemble(Sample.Calendar, events, window);

        Assert.InRange(calendar.Octets.Length, CalendarWindow.UsualOctets - 1000, CalendarWindow.UsualOctets);
        Assert.Equal("Too many to show them all.", ContentLines.Find(calendar.Octets.Span, "X-WR-CALDESC"));
        string[] upcoming = [.. events.Where(e => e.End > Now).Select(e => e.Uid)];
        Assert.Equal(upcoming[..calendar.Events], Uids(calendar));
        Assert.True(calendar.LeftOut > 0);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void E16_whether_all_have_room_is_known_to_the_octet_without_putting_them_together(int more, bool hasRoom)
    {
        RenderedEvent[] events = [.. Enumerable.Range(-40, 50).Select(day => Sample.At(Now + Duration.FromDays(day)).Rendered())];
        var window = new CalendarWindow { AsOf = Now, Notice = "Too many to show them all." };
        var room = CalendarAssembly.Assemble(Sample.Calendar, events, window).Octets.Length + more;

        var isKnown = CalendarAssembly.HasRoom(Sample.Calendar, events, window with { MostOctets = room });

        Assert.Equal(hasRoom, isKnown);
        Assert.Equal(hasRoom, CalendarAssembly.Assemble(Sample.Calendar, events, window with { MostOctets = room }).LeftOut == 0);
    }

    [Fact]
    public void E16_what_is_over_stays_where_there_is_room_the_latest_first()
    {
        RenderedEvent[] events = [.. Enumerable.Range(-10, 12).Select(day => Sample.At(Now + Duration.FromDays(day)).Rendered())];
        var room = CalendarAssembly.Assemble(Sample.Calendar, events[^5..]).Octets.Length + 100;

        var calendar = CalendarAssembly.Assemble(Sample.Calendar, events, new CalendarWindow { AsOf = Now, MostOctets = room });

        Assert.Equal(events[^5..].Select(e => e.Uid), Uids(calendar));
        Assert.Equal(7, calendar.LeftOut);
    }

    [Fact]
    public void E16_a_calendar_that_fits_says_nothing_of_room() =>
        Assert.Null(
            ContentLines.Find(
                CalendarAssembly
                    .Assemble(Sample.Calendar, [Sample.Event.Rendered()], new CalendarWindow { AsOf = Now, Notice = "Too many." })
                    .Octets.Span,
                "X-WR-CALDESC"
            )
        );

    private static IEnumerable<string> Uids(AssembledCalendar calendar) =>
        ContentLines
            .Unfolded(calendar.Octets.Span)
            .Where(line => line.StartsWith("UID:", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line["UID:".Length..]);
}
