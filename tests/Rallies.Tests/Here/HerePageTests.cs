using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Tests.Counting;
using Rallies.Tests.Site;
using Rallies.Web.Counting;

namespace Rallies.Tests.Here;

public sealed class HerePageTests : IAsyncLifetime
{
    private const string Here = "/3rd-june/leeds/here";
    private CountingSite night = null!;
    private HttpClient phone = null!;

    [Fact]
    public async Task A_phone_counts_those_beside_it_and_is_thanked()
    {
        var form = await Page.Open(phone, Here);
        Assert.Equal((200, "You’re in Leeds", true), ((int)form.Status, form.Heading, form.Answer.Headers.CacheControl!.NoStore));
        Assert.Null(form.Document.QuerySelector("#code"));

        var sent = await form.Send(("with", "2"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var done = await Page.Open(phone, sent.Answer.Headers.Location!.ToString());

        Assert.Equal("You’re counted", done.Heading);
        Assert.Equal(
            "You and 2 more. Thank you. 3 people have checked themselves in here.",
            done.Document.QuerySelector(".band .lead")!.TextContent
        );
        Assert.NotNull(done.Document.QuerySelector("main a[href='/3rd-june/live']"));
        Assert.Equal(3, await CheckedIn());
    }

    [Fact]
    public async Task The_same_form_sent_twice_counts_once()
    {
        var form = await Page.Open(phone, Here);

        var first = await form.Send(("with", "1"));
        var again = await form.Send(("with", "1"));

        Assert.Equal((first.Status, first.Answer.Headers.Location), (again.Status, again.Answer.Headers.Location));
        Assert.Equal(2, await CheckedIn());
    }

    [Fact]
    public async Task A_phone_that_was_counted_stays_counted_whatever_it_says_next()
    {
        var form = await Page.Open(phone, Here);
        await form.Send(("with", "1"));

        var other = await form.Send(("with", "4"));
        var done = await Page.Open(phone, other.Answer.Headers.Location!.ToString());

        Assert.Equal(("Counted already", 2), (done.Heading, await CheckedIn()));
    }

    [Fact]
    public async Task A_link_to_a_thank_you_thanks_nobody_who_was_not_counted()
    {
        var page = await Page.Open(phone, $"{Here}?counted={Guid.CreateVersion7()}&with=3");

        Assert.Equal("You’re in Leeds", page.Heading);
    }

    [Fact]
    public async Task Before_it_opens_the_page_says_when_and_counts_nobody()
    {
        night.Site.Clock.Advance(-Duration.FromMinutes(61));

        var early = await Page.Open(phone, Here);

        Assert.Equal((200, "Checking in opens 5pm"), ((int)early.Status, early.Heading));
        Assert.Null(early.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_form_sent_after_the_end_is_told_so()
    {
        var form = await Page.Open(phone, Here);
        night.Site.Clock.Advance(Duration.FromHours(4));

        var late = await form.Send();

        Assert.Equal((409, "Checking in is over"), ((int)late.Status, late.Heading));
        Assert.Equal(0, await CheckedIn());
    }

    [Fact]
    public async Task Once_the_organisers_have_closed_the_count_the_page_says_so_with_the_figure()
    {
        await (await Page.Open(phone, Here)).Send();
        night.Site.Clock.Advance(Duration.FromHours(1));
        await night.Change(r => r.CloseCounting(night.Now));
        night.Site.Clock.Advance(Duration.FromMinutes(5));

        var closed = await Page.Open(phone, Here);

        Assert.Equal("The count is closed", closed.Heading);
        Assert.Contains("1 checked themselves in, 6pm", closed.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rally_called_off_says_so_with_the_nearest_other()
    {
        var form = await Page.Open(phone, Here);
        await night.Change(r => r.CallOff("The square is flooded.", night.Now));

        var off = await form.Send();

        Assert.Equal((409, "The rally in Leeds is called off"), ((int)off.Status, off.Heading));
        Assert.Contains("The square is flooded.", off.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(off.Document.QuerySelector("main a[href='/3rd-june/goole']"));
        Assert.Equal(0, await CheckedIn());
    }

    [Fact]
    public async Task A_wrong_code_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await night.Change(r => r.AskForCode(night.Now));
        var form = await Page.Open(phone, Here);

        var wrong = await form.Send(("with", "3"), ("code", "not it"));

        Assert.Equal((422, "3", "not it"), ((int)wrong.Status, wrong.Fields["with"], wrong.Fields["code"]));
        Assert.Equal(form.Fields["id"], wrong.Fields["id"]);
        Assert.Single(wrong.Errors);
        Assert.NotNull(wrong.Document.QuerySelector("#code[aria-invalid=true]"));
    }

    [Fact]
    public async Task The_right_code_is_taken_with_a_space_in_its_middle()
    {
        await night.Change(r => r.AskForCode(night.Now));
        var code = night.Site.Services.GetRequiredService<CodeOnScreen>().Now(night.Leeds.Id);

        var sent = await (await Page.Open(phone, Here)).Send(("with", "8"), ("code", $"{code[..3]} {code[3..]}"));

        Assert.Equal((HttpStatusCode.SeeOther, 9), (sent.Status, await CheckedIn()));
    }

    [Fact]
    public async Task After_ten_wrong_codes_the_page_says_how_long_to_wait()
    {
        await night.Change(r => r.AskForCode(night.Now));
        var form = await Page.Open(phone, Here);
        for (var i = 0; i < CodeTries.Most; i++)
            await form.Send(("code", "wrong"));

        var enough = await form.Send(("code", "wrong"));

        Assert.Equal((429, "300"), ((int)enough.Status, enough.Answer.Headers.GetValues("Retry-After").Single()));
        Assert.Equal(["Too many wrong codes. Wait five minutes and try again."], enough.Errors);
    }

    [Fact]
    public async Task More_than_six_are_asked_for_the_code()
    {
        var asked = await (await Page.Open(phone, Here)).Send(("with", "6"));

        Assert.Equal((422, 0), ((int)asked.Status, await CheckedIn()));
        Assert.NotNull(asked.Document.QuerySelector("#code"));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("21")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("<script>")]
    public async Task A_number_nobody_could_mean_is_asked_again(string with)
    {
        var again = await (await Page.Open(phone, Here)).Send(("with", with));

        Assert.Equal((422, 0), ((int)again.Status, await CheckedIn()));
        Assert.Equal(["Choose how many of you there are."], again.Errors);
    }

    [Fact]
    public async Task A_form_without_its_id_gets_one_and_a_second_press()
    {
        var again = await (await Page.Open(phone, Here)).Send(("id", "7"));

        Assert.Equal(422, (int)again.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await again.Send()).Status);
    }

    [Fact]
    public async Task Another_site_cannot_check_anybody_in()
    {
        var form = await Page.Open(phone, Here);
        phone.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        var refused = await form.Send(("__RequestVerificationToken", "x"));

        Assert.Equal((403, 0), ((int)refused.Status, await CheckedIn()));
    }

    [Fact]
    public async Task Where_there_is_no_rally_there_is_no_page()
    {
        Assert.Equal(404, (int)(await Page.Open(phone, "/3rd-june/hull/here")).Status);
        Assert.Equal(301, (int)(await Page.Open(phone, "/3rd-June/Leeds/here")).Status);
    }

    [Fact]
    public async Task Welsh_stays_Welsh_without_script()
    {
        var form = await Page.Open(phone, $"{Here}?lang=cy");
        var sent = await form.Send();
        var done = await Page.Open(phone, sent.Answer.Headers.Location!.ToString());

        Assert.Equal(("Rydych chi yn Leeds", "Rydych wedi’ch cyfrif"), (form.Heading, done.Heading));
    }

    public async ValueTask InitializeAsync()
    {
        night = await CountingSite.Open();
        phone = night.Site.Visitor();
    }

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private async Task<int> CheckedIn() => (await night.Counts()).GetProperty("total").GetProperty("checkedIn").GetInt32();
}
