using NodaTime;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

public sealed class CalendarEventTests
{
    [Theory]
    [InlineData("UID")]
    [InlineData("DTSTAMP")]
    [InlineData("DTSTART")]
    [InlineData("DTEND")]
    [InlineData("SUMMARY")]
    [InlineData("SEQUENCE")]
    [InlineData("STATUS")]
    [InlineData("LAST-MODIFIED")]
    [InlineData("CREATED")]
    [InlineData("URL")]
    [InlineData("TRANSP")]
    public void E1_what_every_event_has_stands_exactly_once(string property) => Assert.NotNull(Sample.Event.Written(property));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    public void E2_a_UID_that_is_none_is_refused(string uid) => Assert.Throws<ArgumentException>(() => Sample.Event with { Uid = uid });

    [Fact]
    public void E3_the_stamp_is_the_last_change_in_whole_seconds_of_UTC()
    {
        var changed = Sample.Event with { Changed = Instant.FromUtc(2026, 4, 30, 23, 59, 59) + Duration.FromMilliseconds(999) };

        Assert.Equal("20260430T235959Z", changed.Written("DTSTAMP"));
        Assert.Equal("20260430T235959Z", changed.Written("LAST-MODIFIED"));
        Assert.Equal("20260203T091530Z", changed.Written("CREATED"));
    }

    [Fact]
    public void E5_a_sequence_counts_from_zero()
    {
        Assert.Equal("0", Sample.Event.Written("SEQUENCE"));
        Assert.Equal("12", (Sample.Event with { Sequence = 12 }).Written("SEQUENCE"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Event with { Sequence = -1 });
    }

    [Theory]
    [InlineData(EventStatus.Confirmed, "CONFIRMED")]
    [InlineData(EventStatus.Tentative, "TENTATIVE")]
    [InlineData(EventStatus.Cancelled, "CANCELLED")]
    public void E6_the_state_is_spelt_as_the_standard_spells_it(EventStatus status, string written) =>
        Assert.Equal(written, (Sample.Event with { Status = status }).Written("STATUS"));

    [Fact]
    public void E10_a_long_summary_is_cut_to_120_characters_between_graphemes()
    {
        var summary = new string('x', 118) + "👩🏽\u200D🏭 and more";

        var cut = (Sample.Event with { Summary = summary }).Written("SUMMARY");

        Assert.Equal(new string('x', 118) + "…", cut);
        Assert.Equal(new string('y', 120), (Sample.Event with { Summary = new string('y', 120) }).Written("SUMMARY"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\u202E")]
    public void E10_a_summary_that_says_nothing_is_refused(string summary) =>
        Assert.Throws<ArgumentException>(() => Sample.Event with { Summary = summary });

    [Fact]
    public void E10_E11_summary_and_place_are_one_line_each()
    {
        var broken = Sample.Event with { Summary = "Picket:\r\n\r\ngate 3\n", Location = "Town Hall\nHigh St\rOldham" };

        Assert.Equal("Picket: gate 3", broken.Written("SUMMARY"));
        Assert.Equal(@"Town Hall\, High St\, Oldham", broken.Written("LOCATION"));
    }

    [Fact]
    public void E12_a_long_description_is_cut_to_4_000_characters()
    {
        var cut = (Sample.Event with { Description = new string('x', 5_000) }).Written("DESCRIPTION")!;

        Assert.Equal(4_000, cut.Length);
        Assert.EndsWith("x…", cut);
    }

    [Fact]
    public void E13_categories_are_parted_by_commas_and_keep_their_own()
    {
        var kinds = Sample.Event with { Categories = ["Rally", "Bread, and roses"] };

        Assert.Equal(@"Rally,Bread\, and roses", kinds.Written("CATEGORIES"));
    }

    [Fact]
    public void E13_nobodys_time_is_taken_unless_the_event_says_so()
    {
        Assert.Equal("TRANSPARENT", Sample.Event.Written("TRANSP"));
        Assert.Equal("OPAQUE", (Sample.Event with { TakesTime = true }).Written("TRANSP"));
    }

    [Fact]
    public void E13_a_stream_and_a_picture_are_addresses()
    {
        var shown = Sample.Event with
        {
            Conference = new(new Uri("https://stream.example.org/live"), "Live: with signing"),
            Image = new(new Uri("https://rallies.example.org/oldham.png"), "image/png"),
            RelatedTo = "may-day@example.org",
        };

        Assert.Equal(
            "VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=\"Live: with signing\":https://stream.example.org/live",
            shown.Written("CONFERENCE")
        );
        Assert.Equal("VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/png:https://rallies.example.org/oldham.png", shown.Written("IMAGE"));
        Assert.Equal("may-day@example.org", shown.Written("RELATED-TO"));
    }

    [Fact]
    public void E13_a_relative_address_is_refused() =>
        Assert.Throws<ArgumentException>(() => Sample.Event with { Url = new Uri("/oldham", UriKind.Relative) });

    [Theory]
    [InlineData(0, "PT0S")]
    [InlineData(15, "-PT15M")]
    [InlineData(60, "-PT1H")]
    [InlineData(90, "-PT1H30M")]
    [InlineData(1440, "-P1D")]
    [InlineData(1501, "-P1DT1H1M")]
    public void D6_an_alarm_rings_as_many_minutes_before_the_start(int minutes, string trigger)
    {
        Assert.Equal(trigger, (Sample.Event with { AlarmMinutes = minutes }).Written("TRIGGER"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Event with { AlarmMinutes = -1 });
    }
}
