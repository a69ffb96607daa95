using Microsoft.EntityFrameworkCore;
using Rallies.Tests.Engines;
using Rallies.Tests.UseCases;
using Rallies.Web.Importing;
using Rallies.Web.UseCases;
using static Rallies.Tests.Importing.SomeStrikes;

namespace Rallies.Tests.Importing;

/// <summary>Which dispute and which gate a row of a strike list means.</summary>
public sealed class StrikeNumbersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
}
