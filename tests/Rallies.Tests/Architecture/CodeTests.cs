using Rallies.Tests.Architecture.Wrongs;

namespace Rallies.Tests.Architecture;

public sealed class CodeTests
{
    [Fact]
    public void A_page_that_writes_is_caught_wherever_it_hides_the_write()
    {
        string[] writes = ["Add", "ExecuteDeleteAsync", "ExecuteNonQuery", "SaveChanges", "SaveChangesAsync"];

        Assert.Equal(writes.Select(verb => $"APageThatWrites calls {verb}"), Code.Writes([typeof(APageThatWrites)]).Order());
    }

    [Fact]
    public void A_page_that_only_reads_is_left_alone() => Assert.Empty(Code.Writes([typeof(APageThatReads)]));

    [Fact]
    public void A_board_that_knows_the_hub_is_caught() =>
        Assert.Contains(
            "ABoardThatKnowsTheHub names IHubContext`1",
            Code.Meetings([typeof(ABoardThatKnowsTheHub)], "Microsoft.AspNetCore.SignalR")
        );

    [Fact]
    public void A_board_without_the_hub_is_left_alone() =>
        Assert.Empty(Code.Meetings([typeof(APageThatReads)], "Microsoft.AspNetCore.SignalR"));

    [Fact]
    public void A_project_that_knows_too_much_is_caught() =>
        Assert.Contains("Microsoft.AspNetCore.SignalR.Core", Code.ReferencesOf(typeof(CodeTests).Assembly));

    [Fact]
    public void Types_are_sorted_by_namespace_and_not_by_its_first_letters()
    {
        var here = typeof(CodeTests).Assembly;

        Assert.Contains(typeof(APageThatWrites), Code.TypesIn(here, "Rallies.Tests.Architecture"));
        Assert.Empty(Code.TypesIn(here, "Rallies.Tests.Arch"));
        Assert.DoesNotContain(typeof(APageThatWrites), Code.TypesOutside(here, ["Rallies.Tests.Architecture"]));
    }

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("<p>@DateTimeOffset.UtcNow</p>")]
    [InlineData("if (date == System.DateTime.Today)")]
    public void A_line_that_asks_the_machine_is_caught(string line) => Assert.Equal([line], Code.LinesThatAskTheMachine($"a\n{line}\nb"));

    [Fact]
    public void A_line_that_asks_the_clock_is_left_alone() =>
        Assert.Empty(Code.LinesThatAskTheMachine("var now = clock.GetCurrentInstant(); // not the DateTime of now"));
}
