using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Disputes;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Tests.Feeds;
using Rallies.Tests.UseCases;
using Rallies.Web.Access;
using Rallies.Web.Importing;
using Rallies.Web.UseCases;
using static Rallies.Tests.Importing.SomeStrikes;

namespace Rallies.Tests.Importing;

public sealed class ImportStrikeListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task A_row_becomes_a_picket_line_of_its_dispute(Engine engine)
    {
        await using var bench = await Bench.On(engine);

        var done = await Import(bench, Headings, Goole, Goole.Replace("Gate 2", "\"Gate 3, \"\"the back\"\"\"", StringComparison.Ordinal));

        Assert.Equal([WhatHappens.Start, WhatHappens.Start], done.Lines.Select(l => l.What));
        await using var context = await bench.Database();
        var dispute = await context.Disputes.SingleAsync(Token);
        var lines = await context.PicketLines.OrderBy(l => l.Id).ToListAsync(Token);
        Assert.Equal(
            ("humber-cargo", "Humber Cargo", DisputeStage.Action, "https://union.example/strike"),
            (dispute.Slug, dispute.Employer, dispute.Stage, dispute.SourceUrl)
        );
        Assert.Equal(
            [("goole", "Gate 2", new LocalTime(6, 0)), ("goole", "Gate 3, \"the back\"", new LocalTime(6, 0))],
            lines.Select(l => (l.Town.Slug, l.Gate, l.From))
        );
        Assert.True(await context.PicketShifts.AnyAsync(Token));
    }

    [Theory, EveryEngine]
    public async Task Importing_again_doubles_nothing_and_other_hours_are_updated(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await Import(bench, Headings, Goole);

        var same = await Import(bench, Headings, Goole);
        var changed = await Import(bench, Headings, Goole.Replace("10:00", "11:00", StringComparison.Ordinal));

        Assert.Equal((WhatHappens.Same, WhatHappens.Change), (same.Lines[0].What, changed.Lines[0].What));
        await using var context = await bench.Database();
        Assert.Equal(
            (1, new LocalTime(11, 0)),
            (await context.Disputes.CountAsync(Token), (await context.PicketLines.SingleAsync(Token)).To)
        );
    }

    [Theory, EveryEngine]
    public async Task A_list_of_thousands_asks_the_database_no_more_often_than_a_short_one(Engine engine)
    {
        await using var bench = await Bench.On(engine);

        var few = DatabaseCommands.OfThisFlow();
        await Import(bench, [Headings, .. Gates("Short", 10)]);
        var many = DatabaseCommands.OfThisFlow();
        var done = await Import(bench, [Headings, .. Gates("Long", StrikeList.MostRows)]);

        Assert.Equal(StrikeList.MostRows, done.Count(WhatHappens.Start));
        Assert.InRange(many.Questions, 1, few.Questions);
    }

    [Theory, EveryEngine]
    public async Task A_row_that_cannot_be_stored_says_why_and_keeps_no_other_from_it(Engine engine)
    {
        await using var bench = await Bench.On(engine);

        var done = await Import(bench, Headings, ",Humber Cargo,Nowhere,Gate 2,06/07/2028,2028-06-30,Mo-Fr,6pm,10:00,example.org", Goole);

        Assert.Equal([(2, WhatHappens.Refused), (3, WhatHappens.Start)], done.Lines.Select(l => (l.FileLine, l.What)));
        Assert.Equal(
            [
                ImportFault.Missing,
                ImportFault.UnknownTown,
                ImportFault.NotWeekDays,
                ImportFault.NotATime,
                ImportFault.NotADate,
                ImportFault.NotAnAddress,
            ],
            done.Lines[0].Notes.Select(n => n.Fault!.Value)
        );
        Assert.Equal("\"union\" is empty. Fill it in.", $"{done.Lines[0].Notes[0].Reason} {done.Lines[0].Notes[0].Remedy}");
        Assert.False(done.IsComplete);
    }

    [Theory, EveryEngine]
    public async Task Two_imports_at_once_store_each_row_once(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var request = List(Headings, Goole);
        var marks = (await bench.Get<StrikeListPreview>().OfAsync(request, Token)).Marks;

        var done = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => bench.Get<ImportStrikeList>().ImportOnServerAsync(request, marks, Token)))
        );

        Assert.Equal((1, 3), (done.Sum(p => p.Count(WhatHappens.Start)), done.Sum(p => p.Count(WhatHappens.Same))));
        await using var context = await bench.Database();
        Assert.Equal((1, 1), (await context.Disputes.CountAsync(Token), await context.PicketLines.CountAsync(Token)));
    }

    [Theory, EveryEngine]
    public async Task Only_who_may_enter_disputes_imports_a_list_of_them(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var list = List(Headings, Goole);
        var preview = bench.Get<StrikeListPreview>();
        var marks = (await preview.OfAsync(list, Token)).Marks;
        var import = bench.Get<ImportStrikeList>();
        var admin = await bench.Holding(Role.Admin, null);

        foreach (var held in new[] { HeldGrants.None, await bench.Holding(Role.Owner, leeds), await bench.Holding(Role.Steward, leeds) })
        {
            Assert.False(await preview.MayImportAsync(held, Token));
            Assert.Null(await import.ImportAsync(held, list, marks, Token));
        }
        await using (var context = await bench.Database())
            Assert.False(await context.Disputes.AnyAsync(Token));
        Assert.True(await preview.MayImportAsync(admin, Token));
        Assert.Equal(WhatHappens.Start, (await import.ImportAsync(admin, list, marks, Token))!.Lines[0].What);
    }
}
