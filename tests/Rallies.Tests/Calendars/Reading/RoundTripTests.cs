using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars.Reading;

/// <summary>What the writer wrote, the reader reads.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Events_of_any_words_hours_and_zones_are_read_as_they_were_written() =>
        Prop.ForAll(
                AnyEvents.Generator.ToArbitrary(),
                written =>
                {
                    var file = Ics.Read(Written(written));

                    var read = Assert.Single(file.Events);
                    Assert.Equal(written.Uid, read.Uid);
                    Assert.Equal(Carried(written.Summary), read.Summary);
                    Assert.Equal(Carried(written.Location!), read.Location);
                    Assert.Equal((written.Times.Start, written.Times.End), (read.Times.Start, read.Times.End));
                    Assert.Equal((written.Status, written.Sequence, written.Position), (read.Status, read.Sequence, read.Position));
                    Assert.Equal((written.Changed, written.Changed), (read.Stamp, read.LastModified));
                    Assert.Equal(written.Url, read.Url);
                    Assert.Equal([], read.Questions);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Descriptions_of_any_characters_are_read_as_they_were_written() =>
        Prop.ForAll(
                AnyText.ToArbitrary(),
                text =>
                {
                    var description = Carried("x" + text + "x");

                    var file = Ics.Read(Written(Sample.Event with { Description = description }));

                    Assert.Equal([], file.Faults());
                    Assert.Equal(description, file.Events.Single().Description);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("語")]
    [InlineData("🚩")]
    [InlineData(",")]
    [InlineData("\\")]
    [InlineData("\n")]
    public void Characters_at_every_fold_are_read_as_they_were_written(string character)
    {
        for (var offset = 1; offset <= 160; offset++)
        {
            var description = new string('x', offset) + character + character + "x";

            var read = Ics.Read(Written(Sample.Event with { Description = description })).Events.Single();

            Assert.Equal(description, read.Description);
        }
    }

    [Fact]
    public void Whole_days_and_UTC_are_read_as_they_were_written()
    {
        EventTimes[] all =
        [
            EventTimes.AllDay(new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 3)),
            EventTimes.Utc(Instant.FromUtc(2026, 10, 25, 0, 30), Instant.FromUtc(2026, 10, 25, 1, 30)),
        ];

        foreach (var times in all)
            Assert.Equal(times, Ics.Read(Written(Sample.Event with { Times = times })).Events.Single().Times);
    }

    [Fact]
    public void The_name_of_the_calendar_is_read()
    {
        var calendar = Sample.Calendar with { Name = "Rallies; pickets, and more" };

        var file = Ics.Read(CalendarAssembly.Assemble(calendar, [Sample.Event.Rendered()]).Octets.ToArray());

        Assert.Equal("Rallies; pickets, and more", file.Name);
        Assert.Equal([], file.Faults());
    }

    private static byte[] Written(CalendarEvent e) => CalendarAssembly.Assemble(Sample.Calendar, [e.Rendered()]).Octets.ToArray();

    /// <summary>One line, in form C: what neither side can carry is left to the tests of each.</summary>
    private static string Carried(string text) =>
        string.Join(' ', text.Normalize().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    // No "<", which may begin a tag, and nothing that the writer would have to leave out.
    private static Gen<string> AnyText =>
        Gen.Frequency(
                (4, Gen.Choose(' ', ';')),
                (2, Gen.Choose('=', '~')),
                (2, Gen.Elements<int>('\\', ';', ',', '"', '^', ' ')),
                (2, Gen.Choose(0xA0, 0x24F)),
                (1, Gen.Choose(0x370, 0x1FFF)),
                (1, Gen.Choose(0x3041, 0xD7FF)),
                (1, Gen.Choose(0x1F300, 0x1F9FF))
            )
            .Select(character => new Rune(character).ToString())
            .ListOf()
            .Select(characters => string.Concat(characters))
            .Resize(400);
}
