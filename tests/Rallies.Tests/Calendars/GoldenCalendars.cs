using NodaTime;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

/// <summary>Calendars whose octets are kept beside the tests, read by a person and by other people's parsers.</summary>
internal static class GoldenCalendars
{
    public static readonly IReadOnlyDictionary<string, Func<AssembledCalendar>> All = new Dictionary<string, Func<AssembledCalendar>>
    {
        ["empty"] = Empty,
        ["may-day"] = MayDay,
        ["clock-changes"] = ClockChanges,
        ["my-pledges"] = MyPledges,
    };

    public static IReadOnlyList<CalendarEvent> MayDayEvents =>
        [
            Sample.Named("day", "May Day 2026") with
            {
                Times = EventTimes.AllDay(new(2026, 5, 1), new(2026, 5, 1)),
                Categories = ["Day of action", "May Day 2026"],
            },
            Sample.Named("oldham", "Oldham: May Day rally") with
            {
                Sequence = 2,
                Changed = Instant.FromUtc(2026, 4, 28, 13, 10, 5),
                Location = "Town Hall, High St, Oldham, OL1 1NL",
                Position = new GeoPosition(53.5411, -2.1114),
                Description =
                    "Changed 28 April 14:10: starts 11:00, was 12:00\n\nMeet by the steps; bring banners, drums & whistles.\n"
                    + "Step-free from Rock Street. \"Bread and roses\" at 13:00 \\o/\n\nhttps://rallies.example.org/may-day-2026/oldham",
                Categories = ["Rally", "Bread, and roses", "May Day 2026"],
                Image = new(new Uri("https://rallies.example.org/pictures/oldham.png"), "image/png"),
                Conference = new(new Uri("https://stream.example.org/oldham"), "Live stream: with signing"),
                RelatedTo = "day@example.org",
            },
            Sample.Named("bethesda", "CANCELLED: Bethesda: Rali Calan Mai – gŵyl y gweithwyr ✊🏽") with
            {
                Status = EventStatus.Cancelled,
                Sequence = 1,
                Location = "Neuadd Ogwen, Stryd Fawr, Bethesda",
                Position = new GeoPosition(53.1793, -4.0610),
                Description =
                    "Galwyd i ffwrdd oherwydd y tywydd. Diolch i bawb a gynigiodd helpu – gobeithio y gwelwn ni chi yng Nghaernarfon!",
                Times = EventTimes.Zoned(new LocalDateTime(2026, 5, 1, 18, 0), new LocalDateTime(2026, 5, 1, 20, 0), Sample.London),
            },
            Sample.Named("new-york", "New York: Primero de Mayo – ¡a la calle! 🚩") with
            {
                Status = EventStatus.Tentative,
                Times = Zoned("US/Eastern", 5, 1, 17, 0, 20, 30),
                Location = "Union Square",
                Position = new GeoPosition(40.735863, -73.991084),
            },
            Sample.Named("delhi", "दिल्ली: मज़दूर दिवस की रैली, जंतर मंतर से रामलीला मैदान तक, सभी साथियों का स्वागत है") with
            {
                Times = Zoned("Asia/Calcutta", 5, 1, 9, 30, 12, 0),
            },
            Sample.Named("amman", "عمّان: مسيرة الأول من أيار، ساحة النخيل؛ الساعة الرابعة") with
            {
                Times = Zoned("Asia/Amman", 5, 1, 16, 0, 18, 0),
            },
            Sample.Named("tokyo", "東京：第97回メーデー中央大会、代々木公園。雨天決行、家族連れ歓迎、のぼり旗を持って集まろう") with
            {
                Times = Zoned("Asia/Tokyo", 5, 1, 10, 0, 12, 0),
            },
            Sample.Named("picket", "Picket: Oldham depot gate 3") with
            {
                Times = Zoned("Europe/London", 5, 5, 6, 0, 9, 0),
                Location = "Oldham",
                Categories = ["Picket"],
            },
        ];

    private static readonly Calendar Everything = Sample.Calendar with
    {
        Name = "Rallies, everywhere",
        Description = "Every rally and picket; changes show within the hour",
        Url = new Uri("https://rallies.example.org/"),
        Source = new Uri("https://rallies.example.org/calendar/all.ics"),
        Colour = new CalendarColour("crimson"),
    };

    private static AssembledCalendar Empty() =>
        CalendarAssembly.Assemble(Sample.Calendar with { Zone = TimeZoneTexts.Default.For(Sample.London) }, []);

    private static AssembledCalendar MayDay() =>
        CalendarAssembly.Assemble(
            Everything,
            [.. MayDayEvents.Select(e => e.Rendered())],
            new CalendarWindow { AsOf = Instant.FromUtc(2026, 4, 30, 8, 0) }
        );

    private static AssembledCalendar ClockChanges() =>
        CalendarAssembly.Assemble(
            Sample.Calendar with
            {
                Name = "Around the changes of the clocks",
            },
            [
                .. new CalendarEvent[]
                {
                    Sample.Named("over-spring", "Night picket over the change in spring") with
                    {
                        Times = EventTimes.Zoned(new(2027, 3, 27, 22, 0), new(2027, 3, 28, 6, 0), Sample.London),
                    },
                    Sample.Named("over-autumn", "Night picket over the change in autumn") with
                    {
                        Times = EventTimes.Zoned(new(2026, 10, 24, 22, 0), new(2026, 10, 25, 6, 0), Sample.London),
                    },
                    Sample.Named("shown-twice", "Tea at half past one, which comes twice") with
                    {
                        Times = EventTimes.Zoned(new(2026, 10, 25, 1, 30), new(2026, 10, 25, 3, 0), Sample.London),
                    },
                    Sample.Named("dublin", "Dublin, whose winter is the exception in law") with
                    {
                        Times = Zoned("Europe/Dublin", 12, 1, 11, 0, 12, 0),
                    },
                    Sample.Named("lord-howe", "Lord Howe, which changes by half an hour") with
                    {
                        Times = Zoned("Australia/Lord_Howe", 12, 1, 11, 0, 12, 0),
                    },
                    Sample.Named("kathmandu", "Kathmandu, a quarter of an hour off") with
                    {
                        Times = Zoned("Asia/Kathmandu", 6, 1, 11, 0, 12, 0),
                    },
                    Sample.Named("johannesburg", "Johannesburg, which never changes") with
                    {
                        Times = Zoned("Africa/Johannesburg", 6, 1, 11, 0, 12, 0),
                    },
                    Sample.Named("cairo", "Cairo, whose law follows no one rule") with
                    {
                        Times = Zoned("Africa/Cairo", 6, 1, 11, 0, 12, 0),
                    },
                }.Select(e => e.Rendered()),
            ]
        );

    private static AssembledCalendar MyPledges() =>
        CalendarAssembly.Assemble(
            Sample.Calendar with
            {
                Uid = "mine@calendars.example.org",
                Name = "My pledges",
            },
            [(MayDayEvents[^1] with { TakesTime = true, AlarmMinutes = 60 }).Rendered()]
        );

    private static EventTimes Zoned(string zone, int month, int day, int hour, int minute, int endHour, int endMinute) =>
        EventTimes.Zoned(new(2026, month, day, hour, minute), new(2026, month, day, endHour, endMinute), Sample.Zone(zone));
}
