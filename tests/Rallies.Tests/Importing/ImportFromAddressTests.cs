using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Tests.Engines;
using Rallies.Tests.UseCases;
using Rallies.Web.Commands;
using Rallies.Web.Importing;
using Rallies.Web.UseCases;
using Rallies.Web.Words;

namespace Rallies.Tests.Importing;

public sealed class ImportFromAddressTests
{
    private const string First = "\"first\"";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task A_calendar_that_has_not_changed_is_not_sent_again(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        await using var published = await PublishedCalendar.Of(Ics.Calendar(Ics.Leeds()));
        published.Tag = First;

        var stored = await Run(bench, published);
        bench.Clock.Advance(Duration.FromDays(2));
        var unchanged = await Run(bench, published);

        Assert.Equal((0, 0, 1), (stored.Code, unchanged.Code, await Imports.RalliesIn(bench)));
        Assert.Equal([200, 304], published.Answers);
        Assert.Equal(
            $"The calendar has not changed since {bench.Get<Said>().FullDate((bench.Clock.Now - Duration.FromDays(2)).InUtc().Date)}, when it was imported, so there was nothing to do; --again reads it in any case.\n",
            unchanged.Said
        );
    }

    [Theory, EveryEngine]
    public async Task A_calendar_that_has_changed_is_imported_and_remembered_anew(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        await using var published = await PublishedCalendar.Of(Ics.Calendar(Ics.Leeds()));
        published.Tag = First;
        await Run(bench, published);

        published.Octets = Ics.Calendar(Ics.Leeds("SUMMARY:Leeds: March for pay", "SEQUENCE:1")).Octets;
        published.Tag = "\"second\"";
        await Run(bench, published);
        await Run(bench, published);

        Assert.Equal([200, 200, 304], published.Answers);
        Assert.Equal("March for pay", (await Imports.RallyIn(bench)).Name);
        await using var context = await bench.Database();
        Assert.Equal(1, await context.SiteFacts.CountAsync(f => f.Name.StartsWith("fetched/"), Token));
    }

    [Fact]
    public async Task A_server_that_tells_only_a_date_is_asked_by_it()
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        await bench.Keep(Some.Day());
        await using var published = await PublishedCalendar.Of(Ics.Calendar(Ics.Leeds()));
        published.Changed = new DateTimeOffset(2025, 5, 1, 8, 0, 0, TimeSpan.Zero);

        await Run(bench, published);
        await Run(bench, published);

        Assert.Equal([200, 304], published.Answers);
    }

    [Fact]
    public async Task A_server_that_tells_no_version_sends_it_each_time()
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        await bench.Keep(Some.Day());
        await using var published = await PublishedCalendar.Of(Ics.Calendar(Ics.Leeds()));

        await Run(bench, published);
        await Run(bench, published);

        Assert.Equal([200, 200], published.Answers);
    }

    [Fact]
    public async Task It_is_read_again_when_asked_to_and_for_another_source_or_other_answers()
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        await bench.Keep(Some.Day());
        await using var published = await PublishedCalendar.Of(Ics.Calendar(Ics.Leeds()));
        published.Tag = First;
        await Run(bench, published);

        await Run(bench, published, isReadAgain: true);
        await Run(bench, published, answers: new() { WithOrganisers = true });
        await Run(bench, published, source: "union-calendar");

        Assert.Equal([200, 200, 200, 200], published.Answers);
    }

    [Fact]
    public async Task What_was_not_agreed_to_is_not_remembered()
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        await bench.Keep(Some.Day());
        await using var published = await PublishedCalendar.Of(Ics.Calendar(Ics.Leeds()));
        published.Tag = First;

        var declined = await Run(bench, published, isAgreed: false);
        var stored = await Run(bench, published);

        Assert.Equal((1, 0, 1), (declined.Code, stored.Code, await Imports.RalliesIn(bench)));
        Assert.Equal([200, 200], published.Answers);
    }

    [Fact]
    public async Task What_left_something_open_is_not_remembered()
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        await bench.Keep(Some.Day());
        var unknownTown = Ics.Leeds("UID:2", "LOCATION:The moon", "SUMMARY:Picnic");
        await using var published = await PublishedCalendar.Of(Ics.Calendar(Ics.Leeds(), unknownTown));
        published.Tag = First;

        await Run(bench, published);
        await Run(bench, published);

        Assert.Equal([200, 200], published.Answers);
    }

    [Fact]
    public async Task What_was_left_alone_for_a_rally_that_is_here_is_not_remembered()
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        await using var published = await PublishedCalendar.Of(Ics.Calendar(Ics.Leeds()));
        published.Tag = First;

        var left = await Run(bench, published);
        await Run(bench, published);

        Assert.Equal(0, left.Code);
        Assert.Equal([200, 200], published.Answers);
    }

    [Fact]
    public async Task After_thirty_days_a_calendar_is_read_again()
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        await bench.Keep(Some.Day());
        await using var published = await PublishedCalendar.Of(Ics.Calendar(Ics.Leeds()));
        published.Tag = First;
        await Run(bench, published);

        bench.Clock.Advance(RememberCalendar.Trusted);
        await Run(bench, published);

        Assert.Equal([200, 200], published.Answers);
    }

    private static async Task<(int Code, string Said)> Run(
        Bench bench,
        PublishedCalendar published,
        string? source = null,
        ImportAnswers? answers = null,
        bool isAgreed = true,
        bool isReadAgain = false
    )
    {
        var written = new StringWriter { NewLine = "\n" };
        using var fetch = published.Fetch();
        var command = new CalendarCommand(
            fetch,
            bench.Get<RememberCalendar>(),
            bench.Get<ImportPreview>(),
            bench.Get<ImportEvents>(),
            bench.Get<Said>(),
            new Terminal(written, null)
        );
        var code = await command.RunAsync(PublishedCalendar.Address, source, answers ?? new(), isAgreed, isReadAgain, Token);
        return (code, written.ToString());
    }
}
