using System.Net;
using NodaTime;
using Rallies.Tests.Counting;
using Rallies.Tests.Site;

namespace Rallies.Tests.Door;

public sealed class DoorPaperTests : IAsyncLifetime
{
    private const string Paper = "/door/3rd-june/leeds/paper";
    private CountingSite night = null!;
    private HttpClient steward = null!;

    [Fact]
    public async Task A_sheet_is_entered_afterwards_and_counts_in_its_quarters_of_an_hour()
    {
        night.Site.Clock.Advance(Duration.FromHours(1));

        var entered = await Enter(("code", "k7m-2qx"), ("door", "North"), ("in-8", "120"), ("out-9", "20"), ("in-10", "7"));

        Assert.Equal("Entered. Thank you: everybody sees it now.", entered.Document.QuerySelector("[role=status]")!.TextContent);
        var row = (await night.Counts()).GetProperty("rallies").EnumerateArray().Single(r => r.GetProperty("town").GetString() == "leeds");
        Assert.Equal(
            (127, 107, 120, 1),
            (
                row.GetProperty("entered").GetInt32(),
                row.GetProperty("hereNow").GetInt32(),
                row.GetProperty("peak").GetInt32(),
                row.GetProperty("doors").GetInt32()
            )
        );
    }

    [Fact]
    public async Task A_sheet_entered_twice_counts_once_and_one_with_other_numbers_is_noticed()
    {
        (string, string)[] sheet = [("code", "K7M2QX"), ("in-8", "60")];
        await Enter(sheet);

        var again = await Enter(("code", "k7m 2qx"), ("in-8", "60"));
        var other = await Enter(("code", "K7M2QX"), ("in-8", "70"));

        Assert.StartsWith(
            "This sheet was entered already",
            again.Document.QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(422, (int)other.Status);
        Assert.StartsWith("This sheet was entered before with other numbers", Assert.Single(other.Errors), StringComparison.Ordinal);
        Assert.Equal(60, (await night.Counts()).GetProperty("total").GetProperty("entered").GetInt32());
    }

    [Theory]
    [InlineData("code", "K7", "Type the letters that stand on the sheet, at least four.")]
    [InlineData("in-3", "many", "Write a number up to 5,000, or nothing.")]
    [InlineData("out-3", "-1", "Write a number up to 5,000, or nothing.")]
    [InlineData("in-8", "", "Type the sums of at least one quarter of an hour.")]
    public async Task What_cannot_be_meant_is_asked_again_and_nothing_typed_is_lost(string field, string typed, string error)
    {
        var again = await Enter([("code", "K7M2QX"), ("door", "North"), ("in-8", "60"), .. new[] { (field, typed) }]);

        Assert.Equal((422, typed), ((int)again.Status, again.Fields[field]));
        Assert.Equal([error], again.Errors);
        Assert.Equal("North", again.Fields["door"]);
    }

    [Fact]
    public async Task The_printed_sheet_has_a_row_a_quarter_of_an_hour_and_letters_of_its_own()
    {
        var (one, two) = (await Page.Open(steward, "/door/3rd-june/leeds/sheet"), await Page.Open(steward, "/door/3rd-june/leeds/sheet"));

        var times = one.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent).ToList();
        Assert.Equal(["5pm", "5.15pm", "5.30pm", "5.45pm", "6pm"], times.Take(5));
        Assert.NotEqual(Letters(one), Letters(two));
        Assert.Matches("^[A-Z0-9]{6}$", Letters(one));
    }

    [Fact]
    public async Task A_stranger_neither_prints_nor_enters()
    {
        var stranger = night.Site.Visitor();

        Assert.Equal(403, (int)(await Page.Open(stranger, "/door/3rd-june/leeds/sheet")).Status);
        Assert.Equal(403, (int)(await Page.Open(stranger, Paper)).Status);
    }

    public async ValueTask InitializeAsync()
    {
        night = await CountingSite.Open();
        steward = night.Site.Visitor();
        using var opened = await steward.GetAsync($"/k/{night.Steward.Text}", TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private static string Letters(Page sheet) => sheet.Document.QuerySelector(".tally-code b")!.TextContent;

    private async Task<Page> Enter(params (string Name, string Value)[] typed)
    {
        var page = await Page.Open(steward, Paper);
        var form = page.Document.QuerySelector("form[method=post]")!;
        var fields = form.QuerySelectorAll("input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        var answer = await steward.PostAsync(Paper, content, TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? await Page.Open(steward, answer.Headers.Location!.ToString())
            : await Page.Read(steward, answer);
    }
}
