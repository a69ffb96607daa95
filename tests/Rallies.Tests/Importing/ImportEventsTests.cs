using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Tests.UseCases;
using Rallies.Web.Access;
using Rallies.Web.Importing;
using Rallies.Web.UseCases;
using static Rallies.Tests.Importing.Imports;

namespace Rallies.Tests.Importing;

public sealed class ImportEventsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task An_event_becomes_a_rally_of_the_day_whose_date_it_has(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());

        var done = await Import(
            bench,
            Ics.Calendar(Ics.Leeds("DESCRIPTION:Bring cake.", "GEO:53.7997;-1.5492", "ORGANIZER;CN=Amina:mailto:a@union.example"))
        );

        Assert.Equal(("union-calendar", WhatHappens.Start), (done.Source, Assert.Single(done.Events).What));
        var leeds = await RallyIn(bench);
        Assert.Equal(
            ("leeds", "Picnic for pay", "Bring cake.", "", new LocalDateTime(2028, 6, 3, 14, 0), null, 1L),
            (leeds.Slug, leeds.Name, leeds.Description, leeds.Organiser, leeds.OwnStart, leeds.OwnLength, leeds.Version)
        );
        Assert.Equal(new MeetingPoint("Victoria Gardens, The Headrow", null, new Coordinates(53.7997, -1.5492)), leeds.MeetingPoint);
    }

    [Theory, EveryEngine]
    public async Task Cancelled_and_past_events_are_listed_and_not_stored(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());

        var done = await Import(
            bench,
            Ics.Calendar(
                Ics.Leeds("UID:1", "DTSTART;TZID=Europe/London:20270603T140000", "DTEND;TZID=Europe/London:20270603T160000"),
                Ics.Leeds("UID:2", "STATUS:CANCELLED")
            )
        );

        Assert.Equal([ImportFault.Past, ImportFault.CancelledThere], done.Events.Select(e => e.Notes[0].Fault!.Value));
        Assert.True(done.IsComplete);
        Assert.Equal(0, await RalliesIn(bench));
    }

    [Theory, EveryEngine]
    public async Task A_rally_nobody_imported_is_left_alone_unless_it_is_said_to_be_another(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var calendar = Ics.Calendar(Ics.Leeds());

        var left = await Import(bench, calendar);
        var different = await Import(bench, calendar with { Answers = new() { Different = new HashSet<EventKey> { left.Events[0].Key } } });

        Assert.Equal(
            ("Leeds has a rally already.", ("3rd-june", "leeds")),
            (left.Events[0].Notes[0].Reason, left.Events[0].Address!.Value)
        );
        Assert.Equal((WhatHappens.Start, ("3rd-june", "leeds-2")), (different.Events[0].What, different.Events[0].Address!.Value));
    }

    [Theory, EveryEngine]
    public async Task A_date_without_a_day_of_action_is_refused_in_a_sentence(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day(date: new LocalDate(2028, 6, 10)));

        var done = await Import(bench, Ics.Calendar(Ics.Leeds()));

        Assert.Equal(
            (WhatHappens.Refused, "No day of action on Saturday 3 June 2028. Announce one first.", "IMP-003", 5, false),
            (
                done.Events[0].What,
                $"{done.Events[0].Notes[0].Reason} {done.Events[0].Notes[0].Remedy}",
                done.Events[0].Notes[0].Code,
                done.Events[0].Notes[0].Line,
                done.IsComplete
            )
        );
        Assert.Equal(0, await RalliesIn(bench));
    }

    [Theory, EveryEngine]
    public async Task A_town_chosen_for_a_series_serves_all_its_occasions(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        await bench.Keep(Some.Day("10th-june", "10 June", new LocalDate(2028, 6, 10)));
        var series = Ics.Calendar(Ics.Leeds("LOCATION:The old mill", "SUMMARY:Picnic", "RRULE:FREQ=WEEKLY;COUNT=3"));

        var asked = await Import(bench, series);
        var done = await Import(
            bench,
            series with
            {
                Answers = new() { Towns = new Dictionary<string, string> { ["leeds@union.example"] = "leeds" } },
            }
        );

        Assert.Equal([WhatHappens.Asked, WhatHappens.Asked, WhatHappens.Refused], asked.Events.Select(e => e.What));
        Assert.Equal([WhatHappens.Start, WhatHappens.Start, WhatHappens.Refused], done.Events.Select(e => e.What));
        Assert.Equal(2, await RalliesIn(bench));
    }

    [Theory, EveryEngine]
    public async Task Whole_days_and_events_at_the_days_hour_keep_the_days_hours(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());

        await Import(
            bench,
            Ics.Calendar(
                Ics.Leeds("DTSTART;VALUE=DATE:20280603", "DTEND:"),
                Ics.Leeds(
                    "UID:york",
                    "LOCATION:Parliament Street\\, York",
                    "SUMMARY:York: 3 June",
                    "DTSTART:20280603T170000Z",
                    "DTEND:20280603T190000Z"
                )
            )
        );

        await using var context = await bench.Database();
        Assert.Equal(
            [("leeds", null, null, "Picnic for pay"), ("york", (LocalDateTime?)null, (Duration?)null, "")],
            (await context.Rallies.OrderBy(r => r.Slug).ToListAsync(Token)).Select(r => (r.Slug, r.OwnStart, r.OwnLength, r.Name))
        );
    }

    [Theory, EveryEngine]
    public async Task What_is_asked_is_stored_only_once_it_is_answered(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var calendar = Ics.Calendar(Ics.Leeds("DTSTART:20280603T140000", "DTEND:"));

        var asked = await Import(bench, calendar);
        var half = await Import(bench, calendar with { Answers = new() { Zone = DateTimeZoneProviders.Tzdb["Europe/London"] } });
        var rallies = await RalliesIn(bench);
        await Import(
            bench,
            calendar with
            {
                Answers = new() { Zone = DateTimeZoneProviders.Tzdb["Europe/London"], Length = Duration.FromHours(3) },
            }
        );

        Assert.Equal(["ICS-201", "ICS-204"], asked.Events[0].Notes.Select(n => n.Code).Order());
        Assert.Equal(["ICS-204"], half.Events[0].Notes.Select(n => n.Code));
        Assert.Equal(0, rallies);
        var leeds = await RallyIn(bench);
        Assert.Equal((new LocalDateTime(2028, 6, 3, 14, 0), Duration.FromHours(3)), (leeds.OwnStart, leeds.OwnLength));
    }

    [Theory, EveryEngine]
    public async Task The_organisers_name_is_taken_over_only_when_that_is_ticked(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var calendar = Ics.Calendar(Ics.Leeds("ORGANIZER;CN=Leeds Trades Council:mailto:secretary@union.example"));

        await Import(bench, calendar with { Answers = new() { WithOrganisers = true } });

        Assert.Equal("Leeds Trades Council", (await RallyIn(bench)).Organiser);
    }

    [Theory, EveryEngine]
    public async Task A_file_that_is_refused_stores_nothing(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var whole = Ics.Calendar(Ics.Leeds(), Ics.Leeds("UID:2", "LOCATION:York")).Octets;

        var done = await Import(bench, new ImportRequest(whole[..^40], "cut.ics"));

        Assert.Equal((true, false, 0), (done.IsRefused, done.IsComplete, done.Events.Count));
        Assert.Equal(0, await RalliesIn(bench));
    }

    [Theory, EveryEngine]
    public async Task Only_what_was_looked_at_is_stored(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var looked = await bench.Get<ImportPreview>().OfAsync(Ics.Calendar(Ics.Leeds()), Token);

        var done = await bench
            .Get<ImportEvents>()
            .ImportOnServerAsync(Ics.Calendar(Ics.Leeds("LOCATION:City Square\\, Leeds")), looked.Marks, Token);

        Assert.Equal(ImportFault.ChangedMeanwhile, WhyLeft(done));
        Assert.Equal(0, await RalliesIn(bench));
    }

    [Theory, EveryEngine]
    public async Task Two_imports_at_once_store_each_event_once(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var calendar = Ics.Calendar(Ics.Leeds(), Ics.Leeds("UID:york", "LOCATION:York"));
        var marks = (await bench.Get<ImportPreview>().OfAsync(calendar, Token)).Marks;

        var done = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => bench.Get<ImportEvents>().ImportOnServerAsync(calendar, marks, Token)))
        );

        Assert.Equal(2, done.Sum(p => p.Count(WhatHappens.Start)));
        Assert.Equal(6, done.Sum(p => p.Count(WhatHappens.Same)));
        Assert.Equal(2, await RalliesIn(bench));
    }

    [Theory, EveryEngine]
    public async Task An_import_that_breaks_off_leaves_nothing_behind(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var calendar = Ics.Calendar(Ics.Leeds(), Ics.Leeds("UID:york", "LOCATION:York"));
        var marks = (await bench.Get<ImportPreview>().OfAsync(calendar, Token)).Marks;
        await using (var context = await bench.Database())
            await context.Database.ExecuteSqlRawAsync(BreakOffAt("york", engine), Token);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => bench.Get<ImportEvents>().ImportOnServerAsync(calendar, marks, Token));

        await using var after = await bench.Database();
        Assert.Equal(
            (0, 0, 0L),
            (
                await after.Rallies.CountAsync(Token),
                await after.ImportedEvents.CountAsync(Token),
                await after.Days.Select(d => d.Version).SingleAsync(Token)
            )
        );
    }

    [Theory, EveryEngine]
    public async Task Only_admins_import(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var calendar = Ics.Calendar(Ics.Leeds("LOCATION:York"));
        var marks = (await bench.Get<ImportPreview>().OfAsync(calendar, Token)).Marks;
        var import = bench.Get<ImportEvents>();

        Assert.Null(await import.ImportAsync(HeldGrants.None, calendar, marks, Token));
        Assert.Null(await import.ImportAsync(await bench.Holding(Role.Owner, leeds), calendar, marks, Token));
        Assert.Equal(
            WhatHappens.Start,
            (await import.ImportAsync(await bench.Holding(Role.Admin, null), calendar, marks, Token))!.Events[0].What
        );
    }

    [Theory, EveryEngine]
    public async Task Nothing_a_calendar_names_is_fetched_and_no_address_of_a_person_is_kept(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        using var there = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        there.Start();
        var address = $"http://{there.LocalEndpoint}/";

        await Import(
            bench,
            Ics.Calendar(
                Ics.Leeds(
                    $"URL:{address}",
                    $"ATTACH:{address}",
                    $"IMAGE;VALUE=URI:{address}",
                    "DESCRIPTION:<b>Bring</b> cake",
                    "ORGANIZER;CN=Amina:mailto:amina@union.example",
                    "ATTENDEE:mailto:joe@union.example"
                )
            )
        );

        Assert.False(there.Pending());
        var leeds = await RallyIn(bench);
        Assert.Equal(("Bring cake", "", null), (leeds.Description, leeds.Organiser, leeds.SealedContact));
    }

    // A database that refuses one of the rows, as one that is killed or full does.
    private static string BreakOffAt(string town, Engine engine) =>
        engine == Engine.Sqlite
            ? $"""CREATE TRIGGER "broken" BEFORE INSERT ON "Rallies" WHEN NEW."Slug" = '{town}' BEGIN SELECT RAISE(ABORT, 'full'); END"""
            : $"""ALTER TABLE "Rallies" ADD CONSTRAINT "broken" CHECK ("Slug" <> '{town}')""";
}
