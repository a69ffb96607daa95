using System.Globalization;
using System.Text;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

public sealed class HostileFileTests
{
    private const int MostAllocated = 64_000_000;

    public static TheoryData<string> Names => [.. HostileFiles.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_refused_or_bounded(string name)
    {
        var hostile = HostileFiles.All.Single(file => file.Name == name);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = Ics.Read(hostile.Octets);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
        Assert.Equal(hostile.Faults, file.Faults());
        Assert.Equal(hostile.Events, file.Events.Count);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20000101\nRRULE:FREQ=DAILY;COUNT=2000000000", 18)]
    [InlineData("DTSTART;VALUE=DATE:20000101\nRRULE:FREQ=YEARLY;COUNT=400;BYDAY=1MO,2TU,3WE,4TH,5FR", 700)]
    [InlineData("DTSTART:20260401T100000Z\nRRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU", 270)]
    public void Many_series_together_look_at_a_bounded_number_of_dates(string lines, int mostFollowed)
    {
        var file = Ics.ReadFile(Enumerable.Range(1, 999).Select(i => Ics.Event($"UID:{i}", lines)));

        Assert.InRange(file.Events.Select(e => e.Uid).Distinct().Count(), 0, mostFollowed);
        Assert.True(file.Events.Count <= Ics.Options.Limits.OccasionsPerFile);
        Assert.Contains(file.Faults(), fault => fault is Fault.TooManyCandidates or Fault.TooManyOccasions);
    }

    [Fact]
    public void Of_many_zones_of_its_own_a_file_has_50_followed()
    {
        var file = Ics.ReadFile(
            Enumerable
                .Range(1, 200)
                .Select(i => Ics.Zone($"Ours {i}") + Ics.Event($"UID:{i}", $"DTSTART;TZID=Ours {i}:20260501T110000", "DURATION:PT1H"))
        );

        Assert.Equal(50, file.Events.Count);
        Assert.Equal(150, file.Faults().Count(fault => fault == Fault.UnknownZone));
    }

    [Fact]
    public void Many_calendars_in_one_file_have_each_their_zone_followed()
    {
        var one = Ics.File(Ics.Zone("Ours"), Ics.Event("DTSTART;TZID=Ours:20260501T110000", "DURATION:PT1H"));

        var file = Ics.Read(
            string.Concat(Enumerable.Range(1, 200).Select(i => one.Replace("UID:", $"UID:{i}-", StringComparison.Ordinal)))
        );

        Assert.Equal(200, file.Events.Count);
        Assert.DoesNotContain(Fault.OwnRulesNotRead, file.Faults());
    }

    [Fact]
    public void A_zone_of_its_own_is_looked_for_at_ten_thousand_times_without_a_heap_of_garbage()
    {
        var zone = Ics.Zone("Ours", summer: "+0100");
        var times = Enumerable.Range(0, 360).Select(i => $"202612{i % 28 + 1:00}T{i / 28:00}{{0:00}}00").ToArray();
        var series = Enumerable
            .Range(1, 27)
            .Select(i =>
                Ics.Event(
                    $"UID:{i}",
                    $"DTSTART;TZID=Ours:20261201T0001{i:00}",
                    "DURATION:PT1H",
                    "RDATE;TZID=Ours:" + string.Join(',', times.Select(time => string.Format(CultureInfo.InvariantCulture, time, i)))
                )
            );

        var octets = Encoding.UTF8.GetBytes(Ics.File([zone, .. series]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = Ics.Read(octets);

        Assert.InRange(file.Events.Count, 9_000, 10_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
    }

    [Fact]
    public void Long_rows_of_marks_are_cut_before_they_are_put_in_order()
    {
        var e = Ics.ReadEvent(Ics.MayDay("DESCRIPTION:x" + string.Concat(Enumerable.Repeat("\u0315\u0316", 2_000)) + "y"));

        Assert.Equal(32, e.Description!.Length);
    }

    [Theory]
    [InlineData("<a href=\"<!-- <b ")]
    [InlineData("<script><style>")]
    [InlineData("<")]
    [InlineData("&#x")]
    public void HTML_that_never_ends_is_read_once(string scrap)
    {
        var octets = Encoding.UTF8.GetBytes(
            Ics.File(Ics.MayDay("DESCRIPTION:" + string.Concat(Enumerable.Repeat(scrap, 60_000 / scrap.Length)) + ">"))
        );

        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = Ics.Read(octets);

        Assert.Single(file.Events);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
    }

    [Theory]
    [InlineData(0, Fault.TwinUid)]
    [InlineData(9, Fault.OlderCopy)]
    public void A_long_event_is_not_read_again_for_each_of_its_many_twins(int sequence, Fault fault)
    {
        var description = Enumerable.Repeat("DESCRIPTION:" + new string('x', 60_000), 13);
        var twins = Enumerable.Range(1, 1_900).Select(_ => Ics.Event("DTSTART:20260501T100000Z", "DURATION:PT1H", "SUMMARY:x"));
        var octets = Encoding.UTF8.GetBytes(Ics.File([Ics.MayDay([$"SEQUENCE:{sequence}", .. description]), .. twins]));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = Ics.Read(octets);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Single(file.Events);
        Assert.Equal(1, file.Faults().Count(f => f != fault && f != Fault.TextCut));
        Assert.InRange(taken, 0, MostAllocated);
    }
}
