using Rallies.LoadTests;

namespace Rallies.Tests.Measuring;

public sealed class AskedTests
{
    [Fact]
    public void A_benchmark_is_asked_for_with_its_options()
    {
        var asked = Asked.Read(["viewers", "--count", "500", "--over", "hub", "--json", "night.json"]);

        Assert.Equal(["viewers"], asked.What);
        Assert.Equal(
            (500, 200, "hub", "night.json"),
            (asked.Number("count", 10_000), asked.Number("check-ins", 200), asked.Text("over"), asked.Text("json"))
        );
    }

    [Theory]
    [InlineData("--rouds is no option of checkins, which takes --rounds, --seconds, --json.", "checkins", "--rouds", "5")]
    [InlineData("--over is no option of night, which takes", "night", "--over", "hub")]
    [InlineData("--json is no option of gazetteer, which takes none.", "gazetteer", "--json", "night.json")]
    [InlineData("500 belongs to no option:", "viewers", "--over", "hub", "500")]
    [InlineData("--count has no value:", "viewers", "--count")]
    [InlineData("--count has no value:", "viewers", "--count", "--over", "hub")]
    [InlineData("--count is 5k: write a whole number", "viewers", "--count", "5k")]
    [InlineData("--kills is 0: write a whole number", "crashes", "--kills", "0")]
    [InlineData("--over is steam: write bare, hub or stream.", "viewers", "--over", "steam")]
    [InlineData("--kills is given twice:", "crashes", "--kills", "1", "--kills", "2")]
    public void What_no_benchmark_takes_is_refused_in_a_sentence(string sentence, params string[] args) =>
        Assert.StartsWith(sentence, Assert.Throws<FormatException>(() => Asked.Read(args)).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_a_benchmark_there_is_not_the_options_are_not_judged() =>
        Assert.Equal(["vieuwers"], Asked.Read(["vieuwers", "--count", "500"]).What);
}
