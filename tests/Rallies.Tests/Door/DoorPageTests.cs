using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Tests.Counting;
using Rallies.Tests.Site;

namespace Rallies.Tests.Door;

public sealed class DoorPageTests : IAsyncLifetime
{
    private const string Leeds = "/door/3rd-june/leeds";
    private CountingSite night = null!;
    private HttpClient phone = null!;

    [Fact]
    public async Task A_steward_is_asked_for_the_door_once_and_counts()
    {
        var asked = await Page.Open(phone, Leeds);
        Assert.Equal((200, "Which door is yours?", true), ((int)asked.Status, asked.Heading, asked.Answer.Headers.CacheControl!.NoStore));

        var door = await Page.Open(phone, $"{Leeds}?door=North&device={asked.Fields["device"]}");
        door = await Press(await Press(await Press(await Press(door, "In"), "In"), "In, 5"), "Out");

        Assert.Equal(("6", "7", "7"), Figures(door));
        Assert.Equal("Sent 6pm. One door is counting.", State(door));
        Assert.Equal("North", door.Document.QuerySelector(".door-head p")!.TextContent);
    }

    [Fact]
    public async Task A_button_pressed_twice_counts_once()
    {
        var door = await Opened();

        await Press(door, "In");
        night.Site.Clock.Advance(Duration.FromSeconds(1));
        var again = await Press(door, "In");

        Assert.Equal(("1", "1", "1"), Figures(again));
    }

    [Fact]
    public async Task Undo_takes_back_the_last_tap_of_this_page_and_then_the_one_before()
    {
        var door = await Press(await Press(await Opened(), "In"), "In, 10");

        door = await Press(door, "Undo");
        Assert.Equal(("1", "1", "1"), Figures(door));
        door = await Press(door, "Undo");

        Assert.Equal(("0", "0", "0"), Figures(door));
        Assert.True(Button(door, "Undo").HasAttribute("disabled"));
    }

    [Fact]
    public async Task After_ten_minutes_there_is_nothing_to_undo_any_more()
    {
        var door = await Press(await Opened(), "In");
        night.Site.Clock.Advance(Duration.FromMinutes(11));

        var refused = await Press(door, "Undo");

        Assert.Equal((422, ("1", "1", "1")), ((int)refused.Status, Figures(refused)));
        Assert.StartsWith("Not undone", State(refused), StringComparison.Ordinal);
        Assert.True(Button(refused, "Undo").HasAttribute("disabled"));
    }

    [Fact]
    public async Task What_waited_on_the_phone_is_recorded_at_the_time_it_was_tapped()
    {
        var door = await Opened();
        var at = night.Now.ToUnixTimeMilliseconds();
        night.Site.Clock.Advance(Duration.FromMinutes(7));

        var sent = await Send(
            door,
            ("tap", $"{Guid.CreateVersion7()}.in.1.{at - 500}.500"),
            ("tap", $"{Guid.CreateVersion7()}.out.1.{at + 60_000}.0")
        );

        Assert.Equal(("0", "1", "1"), Figures(sent));
        await using var context = await night.Site.Database();
        var first = await context.Taps.SingleAsync(t => t.Kind == TapKind.In, TestContext.Current.CancellationToken);
        Assert.Equal((Instant.FromUnixTimeMilliseconds(at), night.StewardsGrant), (first.PlacedAt, first.GrantId));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("51")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("99999999999999999999")]
    [InlineData("1.1812124800000.-9223372036854775808")]
    [InlineData("1.253402300799999.2000000000")]
    public async Task Taps_of_odd_numbers_are_refused_and_the_others_recorded(string count)
    {
        var sent = await Send(
            await Opened(),
            ("tap", $"{Guid.CreateVersion7()}.in.{count}"),
            ("tap", $"{Guid.CreateVersion7()}.in.2"),
            ("tap", "<script>alert(1)</script>")
        );

        Assert.Equal((422, ("2", "2", "2")), ((int)sent.Status, Figures(sent)));
        Assert.Equal("Not recorded: a tap is for 1 to 50 people.", State(sent));
    }

    [Fact]
    public async Task An_estimate_is_sent_with_its_method_and_shown_as_a_range()
    {
        var sent = await SendEstimate(await Opened(), "600", "1,200", "area");

        Assert.Equal(200, (int)sent.Status);
        Assert.Contains("600–1,200 estimated, 6pm", sent.Document.QuerySelector("#more")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("800", "600", "area", "Make the upper number at least as large as the lower.")]
    [InlineData("", "600", "area", "Write the lower number in figures, like 600.")]
    [InlineData("1", "2000000", "area", "Write the upper number in figures, like 800.")]
    [InlineData("1", "2", "", "Choose how you got there.")]
    public async Task An_estimate_that_cannot_be_meant_is_asked_again(string low, string high, string method, string error)
    {
        var again = await SendEstimate(await Opened(), low, high, method);

        Assert.Equal(422, (int)again.Status);
        Assert.Equal([error], again.Errors);
        Assert.Equal(high, again.Document.QuerySelector("#high")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Before_the_doors_open_the_page_says_when_and_refuses_what_is_sent_all_the_same()
    {
        night.Site.Clock.Advance(-Duration.FromMinutes(121));
        var early = await Opened();
        Assert.Equal("Counting opens 4pm.", State(early));
        Assert.All(early.Document.QuerySelectorAll(".key[name]"), key => Assert.True(key.HasAttribute("disabled")));

        var refused = await Press(early, "In");

        Assert.Equal((422, ("0", "0", "0")), ((int)refused.Status, Figures(refused)));
    }

    [Fact]
    public async Task After_closing_a_tap_is_kept_as_late_and_moves_nothing()
    {
        var door = await Press(await Opened(), "In");
        night.Site.Clock.Advance(Duration.FromHours(1));
        await night.Change(r => r.CloseCounting(night.Now));
        night.Site.Clock.Advance(Duration.FromMinutes(1));

        var late = await Press(door, "In, 5");

        Assert.Equal(("1", "1", "1"), Figures(late));
        Assert.Equal("The organisers closed the count 7pm. One tap came later: kept, and without effect.", State(late));
        Assert.True(Button(late, "In").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Nearly_full_and_full_are_said_in_words()
    {
        await night.Change(r => r.Describe("", "", "", 12, night.Now));

        var door = await Press(await Opened(), "In, 10");
        Assert.Equal("Nearly full: 83%. Room for 2 more.", door.Document.QuerySelector(".capacity-amber p")!.TextContent);
        door = await Press(door, "In, 5");

        Assert.Equal("Full. Send people to the overflow.", door.Document.QuerySelector(".capacity-red p")!.TextContent);
    }

    [Fact]
    public async Task A_stranger_is_asked_for_a_link()
    {
        var gate = await Page.Open(night.Site.Visitor(), Leeds);

        Assert.Equal(403, (int)gate.Status);
        Assert.Contains("doors in Leeds", gate.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await gate.Send(("link", night.Steward.Text))).Status);
    }

    [Fact]
    public async Task A_steward_of_another_rally_counts_nothing_here()
    {
        var goole = await Page.Open(phone, "/door/3rd-june/goole");

        Assert.Equal(403, (int)goole.Status);
    }

    [Fact]
    public async Task A_revoked_steward_counts_nothing_from_that_moment_on()
    {
        var door = await Opened();
        await using (var context = await night.Site.Database())
        {
            (await context.Grants.SingleAsync(g => g.Id == night.StewardsGrant, TestContext.Current.CancellationToken)).Revoke(night.Now);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(403, (int)(await Press(door, "In")).Status);
        Assert.Equal(403, (int)(await Page.Open(phone, Leeds)).Status);
        Assert.Equal(0, (await night.Counts()).GetProperty("total").GetProperty("entered").GetInt32());
    }

    [Fact]
    public async Task Another_site_cannot_tap()
    {
        var door = await Opened();
        phone.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        var refused = await Send(door, ("tap", $"{Guid.CreateVersion7()}.in.1"), ("__RequestVerificationToken", "x"));

        Assert.Equal(403, (int)refused.Status);
        Assert.Equal(0, (await night.Counts()).GetProperty("total").GetProperty("entered").GetInt32());
    }

    [Fact]
    public async Task A_door_with_a_name_too_long_is_asked_again_and_a_tap_from_it_still_counts()
    {
        var name = new string('n', 5_000);

        var asked = await Page.Open(phone, $"{Leeds}?door={name}");
        Assert.Equal((422, name), ((int)asked.Status, asked.Fields["door"]));
        Assert.Equal(["Use 40 letters or fewer."], asked.Errors);
        var sent = await Send(await Opened(), ("tap", $"{Guid.CreateVersion7()}.in.1"), ("door", name));

        Assert.Equal(("1", "1", "1"), Figures(sent));
        Assert.Equal(40, sent.Document.QuerySelector(".door-head p")!.TextContent.Length);
    }

    [Fact]
    public async Task A_script_in_a_doors_name_is_only_a_name()
    {
        var door = await Page.Open(phone, $"{Leeds}?door={Uri.EscapeDataString("<script>alert(1)</script>")}");

        Assert.Equal("<script>alert(1)</script>", door.Document.QuerySelector(".door-head p")!.TextContent);
        Assert.Single(door.Document.QuerySelectorAll("script"));
    }

    public async ValueTask InitializeAsync()
    {
        night = await CountingSite.Open();
        phone = night.Site.Visitor();
        using var opened = await phone.GetAsync($"/k/{night.Steward.Text}", TestContext.Current.CancellationToken);
        Assert.Equal(Leeds, opened.Headers.Location!.ToString());
    }

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private Task<Page> Opened() => Page.Open(phone, $"{Leeds}?door=North&device={Guid.CreateVersion7()}");

    private Task<Page> Press(Page door, string label) => Send(door, ("tap", Button(door, label).GetAttribute("value")!));

    private Task<Page> Send(Page door, params (string Name, string Value)[] said) =>
        Send(door.Document.QuerySelector("form[data-door]")!, said);

    private Task<Page> SendEstimate(Page door, string low, string high, string method) =>
        Send(door.Document.QuerySelector("#low")!.Closest("form")!, ("low", low), ("high", high), ("method", method));

    // Sends a form and follows where it leads.
    private async Task<Page> Send(IElement form, params (string Name, string Value)[] said)
    {
        var hidden = form.QuerySelectorAll("input[type=hidden]")
            .Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""))
            .Where(h => said.All(s => s.Name != h.Name));
        using var content = new FormUrlEncodedContent(hidden.Concat(said).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var answer = await phone.PostAsync(form.GetAttribute("action"), content, TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? await Page.Open(phone, answer.Headers.Location!.ToString())
            : await Page.Read(phone, answer);
    }

    private static IElement Button(Page door, string label) =>
        door.Document.QuerySelectorAll("form[data-door] .key").Single(k => k.ChildNodes.OfType<IText>().First().Text.Trim() == label);

    private static (string Here, string Entered, string Peak) Figures(Page door) =>
        (Part(door, "here"), Part(door, "entered"), Part(door, "peak"));

    private static string State(Page door) => Part(door, "state");

    private static string Part(Page door, string name) => door.Document.QuerySelector($"[data-part={name}]")!.TextContent.Trim();
}
