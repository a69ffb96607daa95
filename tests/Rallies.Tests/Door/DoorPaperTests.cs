using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Domain.Permissions;
using Rallies.Tests.Counting;
using Rallies.Tests.Site;
using Rallies.Web.Counting;
using Rallies.Web.Door.Paper;

namespace Rallies.Tests.Door;

public sealed class DoorPaperTests : IAsyncLifetime
{
    private const string Address = "/door/3rd-june/leeds/paper";
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
    public async Task A_sheet_entered_twice_counts_once()
    {
        await Enter(("code", "K7M2QX"), ("in-8", "60"));

        var again = await Enter(("code", "k7m 2qx"), ("in-8", "60"));

        Assert.StartsWith("This sheet was entered already", Status(again), StringComparison.Ordinal);
        Assert.Equal(60, await Entered());
    }

    [Fact]
    public async Task Other_numbers_under_the_same_letters_say_what_was_entered_before_and_change_nothing()
    {
        await Enter(("code", "K7M2QX"), ("in-8", "60"));

        var other = await Enter(("code", "K7M2QX"), ("in-8", "170"), ("in-7", "5"));

        Assert.Equal((422, "170"), ((int)other.Status, other.Fields["in-8"]));
        Assert.Equal(["In, from 6pm: entered before as 60, now 170. Not entered yet."], other.Errors);
        Assert.NotNull(other.Document.QuerySelector("button[name=replace]"));
        Assert.Equal(60, await Entered());
    }

    [Fact]
    public async Task A_slip_is_replaced_by_undos_and_everything_stays_in_the_log()
    {
        await Enter(("code", "K7M2QX"), ("in-8", "60"), ("out-8", "4"));
        var typed = new[] { ("code", "K7M2QX"), ("in-8", "170"), ("in-7", "5") };
        var seen = Replace(await Enter(typed));

        var replaced = await Enter([.. typed, ("replace", seen)]);
        var twice = await Enter([.. typed, ("replace", seen)]);

        Assert.Equal("Replaced. What was entered before does not count any more.", Status(replaced));
        Assert.StartsWith("This sheet was entered already", Status(twice), StringComparison.Ordinal);
        Assert.Equal(175, await Entered());
        await using var context = await night.Site.Database();
        Assert.Equal(
            [(TapKind.In, 7, 235), (TapKind.Out, 1, 4), (TapKind.Undo, 2, 2)],
            (await context.Taps.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))
                .GroupBy(t => t.Kind)
                .Select(g => (g.Key, g.Count(), g.Sum(t => t.Count)))
                .Order()
        );
    }

    [Fact]
    public async Task A_sheet_replaced_and_replaced_again_counts_as_it_was_typed_last()
    {
        foreach (var people in (string[])["60", "170", "60", "0"])
        {
            var typed = new[] { ("code", "K7M2QX"), ("in-8", people), ("in-7", "5") };
            var answer = await Enter(typed);
            if ((int)answer.Status == 422)
                await Enter([.. typed, ("replace", Replace(answer))]);
        }

        Assert.Equal(5, await Entered());
    }

    [Fact]
    public async Task Two_who_enter_one_sheet_in_the_same_instant_leave_the_numbers_of_the_first()
    {
        var leeds = night.Site.Services.GetRequiredService<CountBook>().Find("3rd-june", "leeds")!;
        var together = new Batch();

        foreach (var people in (string[])["170", "60", "0", "170"])
            Sheet(leeds, people).Join(together);

        Assert.Equal([50, 50, 50, 20], together.Taps.Select(t => t.Count));
    }

    [Fact]
    public async Task The_second_of_two_sees_what_the_first_has_entered()
    {
        var (writer, leeds) = (
            night.Site.Services.GetRequiredService<CountWriter>(),
            night.Site.Services.GetRequiredService<CountBook>().Find("3rd-june", "leeds")!
        );

        var first = writer.DoAsync(Sheet(leeds, "170"), TestContext.Current.CancellationToken);
        var second = await writer.DoAsync(Sheet(leeds, "60"), TestContext.Current.CancellationToken);

        Assert.Equal((4, 0), ((await first).Entered, second.Entered));
        Assert.Equal([(170, 60)], second.Others.Select(o => (o.Before, o.Now)));
        Assert.Equal(170, await Entered());
    }

    [Fact]
    public async Task A_sheet_of_which_a_part_stands_elsewhere_says_that_it_is_not_all_in()
    {
        var leeds = night.Site.Services.GetRequiredService<CountBook>().Find("3rd-june", "leeds")!;
        var goole = night.Site.Services.GetRequiredService<CountBook>().Find("3rd-june", "goole")!;
        var together = new Batch();
        Sheet(leeds, "60").Join(together);
        await night.Site.Holds(together.Taps.First() with { RallyId = goole.Rally.Id });

        var answer = await Enter(("code", "K7M2QX"), ("in-8", "60"));

        Assert.Equal(422, (int)answer.Status);
        Assert.StartsWith("Parts of this sheet were entered before", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_rows_of_a_sheet_are_added_at_any_time()
    {
        await Enter(("code", "K7M2QX"), ("in-8", "60"));
        night.Site.Clock.Advance(Duration.FromHours(1));

        var more = await Enter(("code", "K7M2QX"), ("in-8", "60"), ("in-10", "30"));

        Assert.Equal("Entered. Thank you: everybody sees it now.", Status(more));
        Assert.Equal(90, await Entered());
    }

    [Fact]
    public async Task Ten_minutes_after_it_was_entered_only_the_owner_can_correct()
    {
        await Enter(("code", "K7M2QX"), ("in-8", "60"));
        var typed = new[] { ("code", "K7M2QX"), ("in-8", "70") };
        var seen = Replace(await Enter(typed));
        night.Site.Clock.Advance(Duration.FromMinutes(11));

        var late = await Enter([.. typed, ("replace", seen)]);
        steward = await Visitor(night.Owner);
        var owner = await Enter(typed);

        Assert.Equal((422, 60), ((int)late.Status, await Entered()));
        Assert.Null(late.Document.QuerySelector("button[name=replace], .notice a"));
        Assert.NotNull(owner.Document.QuerySelector(".notice a"));
    }

    [Fact]
    public async Task Once_the_count_is_closed_nothing_is_replaced()
    {
        await Enter(("code", "K7M2QX"), ("in-8", "60"));
        await night.Change(rally => rally.CloseCounting(night.Now));

        var other = await Enter(("code", "K7M2QX"), ("in-8", "70"));

        Assert.Null(other.Document.QuerySelector("button[name=replace]"));
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
    public async Task A_whole_sheet_entered_for_the_wrong_rally_is_taken_back_by_noughts()
    {
        await Enter([("code", "K7M2QX"), ("door", "North"), ("in-8", "60")]);

        var asked = await Enter([("code", "K7M2QX"), ("door", "North"), ("in-8", "0")]);
        var replaced = await Enter([("code", "K7M2QX"), ("door", "North"), ("in-8", "0"), ("replace", Replace(asked))]);
        var again = await Enter([("code", "K7M2QX"), ("door", "North"), ("in-8", "0")]);

        Assert.Equal((422, 200, 200), ((int)asked.Status, (int)replaced.Status, (int)again.Status));
        Assert.StartsWith("This sheet was entered already", Status(again), StringComparison.Ordinal);
        Assert.Equal(0, await Entered());
    }

    [Fact]
    public async Task A_nought_in_another_quarter_than_was_entered_says_nothing()
    {
        await Enter([("code", "K7M2QX"), ("door", "North"), ("in-8", "60")]);

        var slip = await Enter([("code", "K7M2QX"), ("door", "North"), ("in-7", "0")]);

        Assert.Equal(422, (int)slip.Status);
        Assert.Equal(60, await Entered());
    }

    [Fact]
    public async Task A_sheet_of_noughts_that_nobody_entered_before_says_nothing()
    {
        var noughts = await Enter(("code", "K7M2QX"), ("in-8", "0"));

        Assert.Equal(422, (int)noughts.Status);
        Assert.Equal(["Type the sums of at least one quarter of an hour."], noughts.Errors);
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
        Assert.Equal(403, (int)(await Page.Open(stranger, Address)).Status);
    }

    public async ValueTask InitializeAsync()
    {
        night = await CountingSite.Open();
        steward = await Visitor(night.Steward);
    }

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private async Task<HttpClient> Visitor(Secret link)
    {
        var visitor = night.Site.Visitor();
        using var opened = await visitor.GetAsync($"/k/{link.Text}", TestContext.Current.CancellationToken);
        return visitor;
    }

    private SheetEntry Sheet(RallyCount rally, string people)
    {
        var quarters = Quarter.Of(rally.Rally.Hours).Where(q => q.From <= night.Now).ToList();
        var typed = new PaperAnswers
        {
            Code = "K7M2QX",
            In = new Dictionary<int, string> { [8] = people },
        };
        return new SheetEntry(rally, typed, quarters, night.StewardsGrant, replacing: null, night.Now);
    }

    private static string Letters(Page sheet) => sheet.Document.QuerySelector(".tally-code b")!.TextContent;

    private static string Replace(Page page) => page.Document.QuerySelector("button[name=replace]")!.GetAttribute("value")!;

    private static string Status(Page page) => page.Document.QuerySelector("[role=status]")!.TextContent;

    private async Task<int> Entered() => (await night.Counts()).GetProperty("total").GetProperty("entered").GetInt32();

    private async Task<Page> Enter(params (string Name, string Value)[] typed)
    {
        var page = await Page.Open(steward, Address);
        var form = page.Document.QuerySelector("form[method=post]")!;
        var fields = form.QuerySelectorAll("input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        var answer = await steward.PostAsync(Address, content, TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? await Page.Open(steward, answer.Headers.Location!.ToString())
            : await Page.Read(steward, answer);
    }
}
