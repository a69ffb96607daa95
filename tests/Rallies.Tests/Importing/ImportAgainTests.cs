using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Tests.UseCases;
using Rallies.Web.Importing;
using Rallies.Web.UseCases;
using static Rallies.Tests.Importing.Imports;

namespace Rallies.Tests.Importing;

/// <summary>The same calendar another day: what it says now meets what was imported, and what was changed here since (I11).</summary>
public sealed class ImportAgainTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task Importing_again_stores_nothing(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        await Import(bench, Ics.Calendar(Ics.Leeds()));
        var before = await RallyIn(bench);

        var again = await Import(bench, Ics.Calendar(Ics.Leeds()));

        Assert.Equal(WhatHappens.Same, Assert.Single(again.Events).What);
        var after = await RallyIn(bench);
        Assert.Equal((before.ChangedAt, before.Version), (after.ChangedAt, after.Version));
    }

    [Theory, EveryEngine]
    public async Task A_higher_sequence_wins_and_shows_what_changes(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        await Import(bench, Ics.Calendar(Ics.Leeds("SEQUENCE:1")));

        var done = await Import(bench, Ics.Calendar(Ics.Leeds("SEQUENCE:2", "LOCATION:Millennium Square\\, Leeds")));

        var line = Assert.Single(done.Events);
        Assert.Equal(
            (WhatHappens.Change, [new Difference("Victoria Gardens, The Headrow", "Millennium Square")]),
            (line.What, line.Differences.ToArray()),
            (a, b) => a.Item1 == b.Item1 && a.Item2.SequenceEqual(b.Item2)
        );
        Assert.Equal("Millennium Square", (await RallyIn(bench)).MeetingPoint?.Place);
    }

    [Theory, EveryEngine]
    public async Task A_later_stamp_wins_and_an_earlier_one_or_a_lower_sequence_is_left_alone(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        await Import(bench, Ics.Calendar(Ics.Leeds("SEQUENCE:1", "LAST-MODIFIED:20280501T100000Z")));

        var lower = await Import(bench, Ics.Calendar(Ics.Leeds("SEQUENCE:0", "LOCATION:City Square\\, Leeds")));
        var earlier = await Import(bench, Ics.Calendar(Ics.Leeds("SEQUENCE:1", "LOCATION:City Square\\, Leeds")));
        var later = await Import(
            bench,
            Ics.Calendar(Ics.Leeds("SEQUENCE:1", "LAST-MODIFIED:20280501T110000Z", "LOCATION:Millennium Square\\, Leeds"))
        );

        Assert.Equal((ImportFault.Older, ImportFault.Older), (WhyLeft(lower), WhyLeft(earlier)));
        Assert.Equal(WhatHappens.Change, Assert.Single(later.Events).What);
        Assert.Equal("Millennium Square", (await RallyIn(bench)).MeetingPoint?.Place);
    }

    [Theory, EveryEngine]
    public async Task A_uid_of_another_source_addresses_nothing_of_the_first(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        await Import(bench, Ics.Calendar(Ics.Leeds()) with { Source = "union" });

        var stranger = await Import(
            bench,
            Ics.Calendar(Ics.Leeds("SEQUENCE:9", "STATUS:CANCELLED"), Ics.Leeds("UID:2", "LOCATION:Elsewhere\\, Leeds")) with
            {
                Source = "stranger",
            }
        );

        Assert.Equal(
            [ImportFault.HasOne, ImportFault.CancelledThere],
            stranger.Events.OrderBy(e => e.Key.Uid).Select(e => e.Notes[0].Fault!.Value)
        );
        Assert.Equal(
            ("Victoria Gardens, The Headrow", RallyStatus.Confirmed),
            ((await RallyIn(bench)).MeetingPoint!.Place, (await RallyIn(bench)).Status)
        );
    }

    [Theory, EveryEngine]
    public async Task What_somebody_changed_here_is_left_alone(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        await Import(bench, Ics.Calendar(Ics.Leeds()));
        var leeds = await RallyIn(bench);
        await bench.Get<EditRally>().MeetAsync(await bench.Holding(Role.Owner, leeds), leeds.Id, new("The bandstand", null, null), Token);

        var changed = await Import(bench, Ics.Calendar(Ics.Leeds("SEQUENCE:1", "LOCATION:City Square\\, Leeds")));
        var cancelled = await Import(bench, Ics.Calendar(Ics.Leeds("SEQUENCE:2", "STATUS:CANCELLED")));

        Assert.Equal((ImportFault.ChangedHere, ImportFault.ChangedHere), (WhyLeft(changed), WhyLeft(cancelled)));
        Assert.Equal("The bandstand", (await RallyIn(bench)).MeetingPoint?.Place);
    }

    [Theory, EveryEngine]
    public async Task What_was_imported_and_is_cancelled_there_is_called_off_and_can_come_back(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        await Import(bench, Ics.Calendar(Ics.Leeds()));

        var sameNumber = await Import(bench, Ics.Calendar(Ics.Leeds("STATUS:CANCELLED")));
        var off = await Import(bench, Ics.Calendar(Ics.Leeds("SEQUENCE:1", "STATUS:CANCELLED")));
        var statusOff = (await RallyIn(bench)).Status;
        var again = await Import(bench, Ics.Calendar(Ics.Leeds("SEQUENCE:1", "STATUS:CANCELLED")));
        var on = await Import(bench, Ics.Calendar(Ics.Leeds("SEQUENCE:2")));

        Assert.Equal(ImportFault.Older, WhyLeft(sameNumber));
        Assert.Equal(
            (WhatHappens.CallOff, RallyStatus.Cancelled, WhatHappens.Same, WhatHappens.Change, RallyStatus.Confirmed),
            (off.Events[0].What, statusOff, again.Events[0].What, on.Events[0].What, (await RallyIn(bench)).Status)
        );
    }

    [Theory, EveryEngine]
    public async Task A_rally_keeps_its_day_when_its_event_moves_and_moves_with_it_no_more(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        await Import(bench, Ics.Calendar(Ics.Leeds("DTSTART;VALUE=DATE:20280603", "DTEND:")));
        await bench
            .Get<AnnounceDay>()
            .MoveAsync(await bench.Holding(Role.Admin, null), day.Id, new LocalDate(2028, 6, 10), new LocalTime(18, 0), Token);

        var same = await Import(bench, Ics.Calendar(Ics.Leeds("DTSTART;VALUE=DATE:20280603", "DTEND:")));
        var moved = await Import(
            bench,
            Ics.Calendar(Ics.Leeds("SEQUENCE:1", "DTSTART;TZID=Europe/London:20280611T140000", "DTEND;TZID=Europe/London:20280611T150000"))
        );

        Assert.Equal((WhatHappens.Same, WhatHappens.Change), (same.Events[0].What, moved.Events[0].What));
        Assert.Equal(new Difference("Sat 10 June, 6pm – 8pm", "Sun 11 June, 2pm – 3pm"), moved.Events[0].Differences[0]);
        Assert.Equal(new LocalDateTime(2028, 6, 11, 14, 0), (await RallyIn(bench)).OwnStart);
    }
}
