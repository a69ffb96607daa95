using System.Text;
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

namespace Rallies.Tests.Importing;

public sealed class ImportStrikeListTests
{
    private const string Headings = "union,employer,town,gate,first,last,days,from,to,source";
    private const string Goole =
        "Port Workers' Union,Humber Cargo,Goole,Gate 2,2028-06-01,2028-06-30,Mon-Fri,06:00,10:00,https://union.example/strike";

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
    public async Task A_dispute_is_known_by_the_lists_own_number_whatever_it_is_called(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await Import(bench, $"{Headings},external id", $"{Goole},77");

        var renamed = await Import(
            bench,
            $"{Headings},External ID",
            $"{Goole.Replace("Humber Cargo", "Humber Cargo Ltd", StringComparison.Ordinal)},77"
        );
        var another = await Import(
            bench,
            $"{Headings},ID",
            $"{At("Gate 3").Replace("Humber Cargo", "Humber Cargo Ltd", StringComparison.Ordinal)},78"
        );

        Assert.Equal((WhatHappens.Change, WhatHappens.Start), (renamed.Lines[0].What, another.Lines[0].What));
        await using var context = await bench.Database();
        Assert.Equal(
            ["Humber Cargo Ltd", "Humber Cargo Ltd"],
            (await context.Disputes.OrderBy(d => d.Id).ToListAsync(Token)).Select(d => d.Employer)
        );
    }

    [Theory, EveryEngine]
    public async Task A_number_that_the_list_gives_later_is_kept(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await Import(bench, Headings, Goole);

        var numbered = await Import(bench, $"{Headings},id", $"{Goole},77");
        var renamed = await Import(
            bench,
            $"{Headings},id",
            $"{Goole.Replace("Humber Cargo", "Humber Cargo Ltd", StringComparison.Ordinal)},77"
        );

        Assert.Equal((WhatHappens.Change, new Difference("", "77")), (numbered.Lines[0].What, numbered.Lines[0].Differences[0]));
        Assert.Equal(WhatHappens.Change, renamed.Lines[0].What);
        await using var context = await bench.Database();
        Assert.Equal(
            ("Humber Cargo Ltd", 1),
            ((await context.Disputes.SingleAsync(Token)).Employer, await context.PicketLines.CountAsync(Token))
        );
    }

    [Theory, EveryEngine]
    public async Task Rows_of_one_new_dispute_with_and_without_its_number_become_one(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        string[] list = [$"{Headings},id", $"{Goole},", $"{At("Gate 3")},77", $"{At("Gate 4")},78"];

        await Import(bench, list);
        var again = await Import(bench, list);

        Assert.Equal([WhatHappens.Same, WhatHappens.Same, WhatHappens.Same], again.Lines.Select(l => l.What));
        await using var context = await bench.Database();
        var disputes = await context.Disputes.OrderBy(d => d.Id).Select(d => d.Slug).ToListAsync(Token);
        var lines = await context.PicketLines.OrderBy(l => l.Gate).Select(l => l.DisputeId).ToListAsync(Token);
        Assert.Equal(["humber-cargo", "humber-cargo-2"], disputes);
        Assert.True(lines is [var a, var b, var c] && a == b && b != c);
    }

    [Theory, EveryEngine]
    public async Task One_list_that_gives_two_numbers_to_one_dispute_here_doubles_no_gate(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await Import(bench, Headings, Goole, At("Gate 3"));
        string[] list = [$"{Headings},id", $"{Goole},77", $"{At("Gate 3")},78", $"{At("Gate 4")},78"];

        var looked = await bench.Get<StrikeListPreview>().OfAsync(List(list), Token);
        var done = await Import(bench, list);
        var again = await Import(bench, list);

        Assert.Equal([WhatHappens.Change, WhatHappens.Refused, WhatHappens.Start], looked.Lines.Select(l => l.What));
        Assert.Null(looked.Lines[2].DisputeId);
        Assert.Equal(
            "The same gate stands already, in the dispute of this union and employer that the list numbers 77.",
            Assert.Single(looked.Lines[1].Notes).Reason
        );
        Assert.Equal(looked.Lines.Select(l => l.What), done.Lines.Select(l => l.What));
        Assert.Equal([WhatHappens.Same, WhatHappens.Refused, WhatHappens.Same], again.Lines.Select(l => l.What));
        await using var context = await bench.Database();
        var first = await context.Disputes.OrderBy(d => d.Id).Select(d => d.Id).FirstAsync(Token);
        var lines = await context.PicketLines.OrderBy(l => l.Gate).ToListAsync(Token);
        Assert.Equal(2, await context.Disputes.CountAsync(Token));
        Assert.Equal([("Gate 2", true), ("Gate 3", true), ("Gate 4", false)], lines.Select(l => (l.Gate, l.DisputeId == first)));
    }

    [Theory, EveryEngine]
    public async Task Another_dispute_may_stand_at_a_gate_once_the_first_has_left_it(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await Import(bench, $"{Headings},id", $"{Goole},77");

        var later = await Import(bench, $"{Headings},id", $"{Goole.Replace("2028-06", "2028-07", StringComparison.Ordinal)},78");

        Assert.Equal(WhatHappens.Start, later.Lines[0].What);
        await using var context = await bench.Database();
        Assert.Equal(2, await context.Disputes.CountAsync(Token));
    }

    [Theory, EveryEngine]
    public async Task A_row_sees_what_those_before_it_number_and_rename_before_anything_is_stored(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await Import(bench, $"{Headings},id", $"{Goole},77");
        var renamed = Goole.Replace("Humber Cargo", "Humber Cargo Ltd", StringComparison.Ordinal);
        string[] list = [$"{Headings},id", $"{renamed},77", $"{At("Gate 3")},", $"{renamed},"];

        var looked = await bench.Get<StrikeListPreview>().OfAsync(List(list), Token);
        await Import(bench, list);

        Assert.Equal([WhatHappens.Change, WhatHappens.Start, WhatHappens.Refused], looked.Lines.Select(l => l.What));
        Assert.Null(looked.Lines[1].DisputeId);
        Assert.Equal(ImportFault.StandsTwice, looked.Lines[2].Notes[0].Fault);
        await using var context = await bench.Database();
        Assert.Equal(
            ["Humber Cargo Ltd", "Humber Cargo"],
            await context.Disputes.OrderBy(d => d.Id).Select(d => d.Employer).ToListAsync(Token)
        );
    }

    [Theory, EveryEngine]
    public async Task A_row_that_nobody_agreed_to_claims_nothing_for_those_after_it(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await Import(bench, Headings, Goole);
        var list = List($"{Headings},id", $"{Goole},77", $"{At("Gate 3")},78");
        var looked = await bench.Get<StrikeListPreview>().OfAsync(list, Token);
        var second = new HashSet<string>([looked.Lines[1].Mark]);

        var done = await bench.Get<ImportStrikeList>().ImportOnServerAsync(list, second, Token);

        // Without the first row the second would be about the dispute that is here, and that nobody has seen.
        Assert.Equal([WhatHappens.LeftAlone, WhatHappens.LeftAlone], done.Lines.Select(l => l.What));
        await using var context = await bench.Database();
        Assert.Equal((1, 1), (await context.Disputes.CountAsync(Token), await context.PicketLines.CountAsync(Token)));
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

    [Theory]
    [InlineData(';', "")]
    [InlineData('\t', "")]
    [InlineData(',', "\uFEFF")]
    public void Semicolons_tabs_and_a_byte_order_mark_are_read_too(char between, string mark)
    {
        var list = Read(mark + string.Join("\r\n", Headings.ToUpperInvariant().Replace(',', between), Goole.Replace(',', between)));

        Assert.Equal(("Humber Cargo", 2), (Assert.Single(list.Rows).Employer, list.Rows[0].FileLine));
    }

    [Theory]
    [InlineData("", ImportFault.NoRows)]
    [InlineData(Headings, ImportFault.NoRows)]
    [InlineData("union,employer\nA,B", ImportFault.NoColumn)]
    [InlineData(Headings + "\n\"Port Workers,Humber", ImportFault.NotReadable)]
    public void A_list_that_cannot_be_read_says_why(string text, ImportFault fault)
    {
        var list = Read(text);

        Assert.True(list.IsRefused);
        Assert.Equal(fault, list.Notes[0].Fault);
    }

    [Fact]
    public void A_list_that_is_not_UTF_8_is_refused() =>
        Assert.Equal(
            ImportFault.NotUtf8,
            StrikeList.Read(Encoding.Latin1.GetBytes("union;employer\nÉ;B"), Towns.RealGazetteer.Instance).Notes[0].Fault
        );

    [Theory, EveryEngine]
    public async Task A_gate_that_stands_twice_is_stored_once(Engine engine)
    {
        await using var bench = await Bench.On(engine);

        var done = await Import(bench, $"{Headings},id", $"{Goole},", $"{At("GATE 2")},", $"{Goole},77");

        Assert.Equal([WhatHappens.Start, WhatHappens.Refused, WhatHappens.Refused], done.Lines.Select(l => l.What));
        Assert.Equal("The same gate of the same dispute stands in line 2 already.", done.Lines[1].Notes[0].Reason);
        Assert.Equal("The same gate of the same dispute stands in line 2 already.", done.Lines[2].Notes[0].Reason);
        await using var context = await bench.Database();
        Assert.Equal(1, await context.PicketLines.CountAsync(Token));
    }

    [Theory]
    [InlineData(StrikeList.MostRows, "\n", false)]
    [InlineData(StrikeList.MostRows, "\n\n , ,\n", false)]
    [InlineData(StrikeList.MostRows + 1, "", true)]
    public void Blank_lines_are_no_rows_too_many(int rows, string end, bool isRefused)
    {
        var list = Read(string.Join('\n', [Headings, .. Gates("Long", rows)]) + end);

        Assert.Equal(isRefused, list.IsRefused);
        Assert.Equal(isRefused ? [ImportFault.TooManyRows] : [], list.Notes.Select(n => n.Fault!.Value));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Rows_are_told_by_the_line_in_which_an_editor_shows_them(string end)
    {
        var twoLines = Goole.Replace("Gate 2", $"\"Gate 2,{end}by the lock\"", StringComparison.Ordinal);
        var nowhere = Goole.Replace("Goole", "Nowhere", StringComparison.Ordinal);

        var list = Read(string.Join(end, "", Headings, twoLines, "", " ", nowhere, $"\"{Goole}"));

        Assert.Equal((ImportFault.NotReadable, 8), (list.Notes[0].Fault!.Value, list.Notes[0].Line));
        list = Read(string.Join(end, "", Headings, twoLines, "", " ", nowhere, Goole, ""));
        Assert.Equal([3, 8], list.Rows.Select(r => r.FileLine));
        Assert.Equal((7, 7), (Assert.Single(list.Refused).Key, list.Refused[7][0].Line));
    }

    [Theory]
    [InlineData("Mon-Fri", WeekDays.All & ~(WeekDays.Saturday | WeekDays.Sunday))]
    [InlineData("daily", WeekDays.All)]
    [InlineData("Tue, Thu", WeekDays.Tuesday | WeekDays.Thursday)]
    [InlineData("Mondays and Wednesdays", WeekDays.Monday | WeekDays.Wednesday)]
    [InlineData("Sat to Mon", WeekDays.Saturday | WeekDays.Sunday | WeekDays.Monday)]
    [InlineData("Monkey", WeekDays.None)]
    [InlineData("Mon-", WeekDays.None)]
    public void Days_of_the_week_are_read_as_people_write_them(string text, WeekDays days) => Assert.Equal(days, SaidWeekDays.Read(text));

    // Nobody stands there for years: what is measured is the list, not the eight weeks of stands that are kept ahead.
    private static IEnumerable<string> Gates(string name, int count) =>
        Enumerable
            .Range(1, count)
            .Select(number =>
                $"Port Workers' Union,{name} {number % 5},Goole,Gate {number},2035-06-01,2035-06-30,Mon-Fri,06:00,10:00,https://union.example/strike"
            );

    private static string At(string gate) => Goole.Replace("Gate 2", gate, StringComparison.Ordinal);

    private static StrikeList Read(string text) => StrikeList.Read(Encoding.UTF8.GetBytes(text), Towns.RealGazetteer.Instance);

    private static ImportRequest List(params string[] rows) => new(Encoding.UTF8.GetBytes(string.Join("\r\n", rows)), "strikes.csv");

    private static async Task<StrikePlan> Import(Bench bench, params string[] rows)
    {
        var looked = await bench.Get<StrikeListPreview>().OfAsync(List(rows), Token);
        return await bench.Get<ImportStrikeList>().ImportOnServerAsync(List(rows), looked.Marks, Token);
    }
}
