using System.Text;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

public sealed class LimitsTests
{
    public static TheoryData<Fault, ReadingLimits> EachLimit =>
        new()
        {
            {
                Fault.TooLarge,
                new() { Octets = 100 }
            },
            {
                Fault.TooManyLines,
                new() { Lines = 10 }
            },
            {
                Fault.LineTooLong,
                new() { LineOctets = 45 }
            },
            {
                Fault.TooDeep,
                new() { Depth = 2 }
            },
            {
                Fault.TooManyComponents,
                new() { Components = 2 }
            },
            {
                Fault.TooManyProperties,
                new() { PropertiesPerComponent = 3 }
            },
            {
                Fault.TooManyParameters,
                new() { ParametersPerProperty = 1 }
            },
            {
                Fault.TooManyCandidates,
                new() { CandidatesPerSeries = 2 }
            },
            {
                Fault.TooManyCandidates,
                new() { CandidatesPerFile = 2 }
            },
            {
                Fault.OccasionsCut,
                new() { OccasionsPerSeries = 2 }
            },
            {
                Fault.TooManyOccasions,
                new() { OccasionsPerFile = 2 }
            },
            {
                Fault.NoOccasion,
                new() { MonthsAhead = 0 }
            },
            {
                Fault.IntervalOutOfRange,
                new() { LargestInterval = 1 }
            },
            {
                Fault.BadDuration,
                new() { LongestDays = 1 }
            },
            {
                Fault.YearOutOfRange,
                new() { FirstYear = 2027 }
            },
            {
                Fault.YearOutOfRange,
                new() { LastYear = 2025 }
            },
            {
                Fault.TextCut,
                new() { Summary = 10 }
            },
            {
                Fault.TextCut,
                new() { Description = 10 }
            },
            {
                Fault.TextCut,
                new() { OtherText = 10 }
            },
            {
                Fault.MoreComplaints,
                new() { Complaints = 0 }
            },
        };

    /// <summary>Goes to every limit, and by the usual ones is fine.</summary>
    private static readonly string Rich = Ics.File(
        Ics.Event(
            "DTSTART;TZID=Europe/London;X-A=b:20260501T110000",
            "DURATION:P1DT1H",
            "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=5",
            "SUMMARY:Picket: depot gate",
            "DESCRIPTION:Bring your own banner",
            "LOCATION:The depot in Huddersfield Road",
            "STATUS:SETTLED",
            "BEGIN:VALARM",
            "END:VALARM"
        )
    );

    [Fact]
    public void I1_a_file_within_all_limits_is_read() => Assert.Equal([Fault.UnknownStatus], Ics.Read(Rich).Faults());

    [Theory]
    [MemberData(nameof(EachLimit))]
    public void I1_each_limit_can_be_set_and_has_a_complaint_of_its_own(Fault fault, ReadingLimits limits)
    {
        var file = Ics.Read(Rich, Ics.Options with { Limits = limits });

        Assert.Contains(fault, file.Faults());
        Assert.Equal((int)fault < 100, file.IsRefused);
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    public void I1_a_component_has_500_properties_at_most(int properties, bool refused)
    {
        var file = Ics.ReadFile(Ics.MayDay(Enumerable.Repeat("COMMENT:x", properties - 5)));

        Assert.Equal(refused ? [Fault.TooManyProperties] : [], file.Faults());
    }

    [Theory]
    [InlineData(2_000, false)]
    [InlineData(2_001, true)]
    public void I1_a_file_has_2000_components_at_most(int components, bool refused)
    {
        var file = Ics.ReadFile(Enumerable.Range(1, components - 1).Select(i => Ics.MayDay($"UID:{i}")));

        Assert.Equal(refused ? [Fault.TooManyComponents] : [], file.Faults());
        Assert.Equal(refused ? 0 : components - 1, file.Events.Count);
    }

    [Theory]
    [InlineData(65_536, false)]
    [InlineData(65_537, true)]
    public void I1_an_unfolded_line_has_64_KiB_at_most(int octets, bool refused)
    {
        var line = "X-LONG:" + new string('x', octets - 7);
        var folded = string.Join("\r\n ", line.Chunk(1_000).Select(chunk => new string(chunk)));

        Assert.Equal(refused, Ics.ReadFile(Ics.MayDay(line)).IsRefused);
        Assert.Equal(refused ? [Fault.LineTooLong] : [], Ics.ReadFile(Ics.MayDay(folded)).Faults());
    }

    [Theory]
    [InlineData(50_000, false)]
    [InlineData(50_001, true)]
    public void I1_a_file_has_50000_lines_at_most_blank_ones_too(int lines, bool refused)
    {
        var text = Ics.File(new string('\n', lines - 4));

        Assert.Equal(refused ? [Fault.TooManyLines] : [Fault.NoEvents], Ics.Read(text).Faults());
    }

    [Fact]
    public void I1_a_file_of_one_MiB_is_read_and_of_one_octet_more_is_not()
    {
        var filler = Enumerable.Repeat("X-FILLER:" + new string('x', 60_000), 18);
        var text = Ics.File(Ics.MayDay(filler));
        var whole = text[..(1024 * 1024 - 15)] + "\r\nEND:VCALENDAR"; // cut inside the filler

        Assert.Equal([Fault.Unbalanced], Ics.Read(whole).Faults());
        Assert.Equal([Fault.TooLarge], Ics.Read(whole + "\n").Faults());
    }

    [Fact]
    public async Task I1_a_stream_without_end_is_refused_after_one_MiB()
    {
        await using var stream = new EndlessStream();

        var file = await CalendarFile.ReadAsync(stream, Ics.Options, TestContext.Current.CancellationToken);

        Assert.Equal([Fault.TooLarge], file.Faults());
        Assert.Equal(1024 * 1024 + 1, stream.Taken);
    }

    [Fact]
    public async Task I1_a_stream_that_trickles_is_read_as_a_whole()
    {
        await using var stream = new TricklingStream(Encoding.UTF8.GetBytes(Ics.File(Ics.MayDay())));

        var file = await CalendarFile.ReadAsync(stream, Ics.Options, TestContext.Current.CancellationToken);

        Assert.Equal(["20260501T100000Z"], file.Starts());
    }

    [Fact]
    public void I1_reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            CalendarFile.Read(Encoding.UTF8.GetBytes(Ics.File(Ics.MayDay())), Ics.Options, source.Token)
        );
    }

    [Fact]
    public void I1_whatever_a_file_of_one_MiB_holds_it_takes_less_than_64_MB()
    {
        var series = Enumerable
            .Range(1, 1_900)
            .Select(i =>
                Ics.Event($"UID:{i}", "DTSTART:20260501T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY", $"SUMMARY:{new string('é', 100)}")
            );
        var octets = Encoding.UTF8.GetBytes(Ics.File(series));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = Ics.Read(octets);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(27 * 366, file.Events.Count);
        Assert.Contains(Fault.TooManyOccasions, file.Faults());
        Assert.InRange(taken, 0, 64_000_000);
    }

    private sealed class EndlessStream : ReadOnlyStream
    {
        public int Taken { get; private set; }

        protected override int Take(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            Taken += buffer.Length;
            return buffer.Length;
        }
    }

    private sealed class TricklingStream(byte[] octets) : ReadOnlyStream
    {
        private int at;

        protected override int Take(Span<byte> buffer)
        {
            if (at == octets.Length)
                return 0;
            buffer[0] = octets[at++];
            return 1;
        }
    }
}
