using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Domain.Speakers;
using Rallies.Tests.Counting;

namespace Rallies.Tests.Stage;

/// <summary>The chair's screen and the screen in the square, over http.</summary>
public sealed class StagePagesTests : IAsyncLifetime
{
    private const string Chair = "/organise/3rd-june/leeds/chair";
    private const string Square = "/3rd-june/leeds/screen";
    private static readonly string[] names = ["Amina", "Ben", "Choir"];
    private CountingSite night = null!;
    private List<Slot> slots = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Chair)]
    [InlineData(Square)]
    public async Task Strangers_are_asked_for_a_link(string page)
    {
        using var stranger = night.Site.Visitor();

        using var answer = await stranger.GetAsync(page, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Paste your private link", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tap_at_the_lectern_shows_on_the_rallys_page()
    {
        using var chair = await Holding(night.Steward);
        night.Site.Clock.Advance(Duration.FromMinutes(8));

        using var answer = await Tap(chair, $"on.{slots[1].Id}");
        var page = await night.Client.GetStringAsync("/3rd-june/leeds", Token);
        var screen = await chair.GetStringAsync(Chair, Token);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("<bdi data-part=\"now\">Ben</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("Running 3 minutes late", page, StringComparison.Ordinal);
        Assert.Contains("about 6.13", page, StringComparison.Ordinal);
        Assert.Contains("Next: Choir", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_s_button_puts_its_speaker_on_and_whoever_is_on_is_marked_in_words()
    {
        using var chair = await Holding(night.Steward);

        using var answer = await Tap(chair, $"on.{slots[1].Id}");
        var screen = await chair.GetStringAsync(Chair, Token);

        Assert.Equal(
            ["Put on now: Amina", "Put on now: Choir"],
            Regex
                .Matches(screen, "<button class=\"button button-quiet\"[^>]* aria-label=\"([^\"]*)\">Put on now</button>")
                .Select(button => button.Groups[1].Value)
        );
        var on = Assert.Single(Regex.Matches(screen, "<tr [^>]*aria-current=\"true\">.*?</tr>", RegexOptions.Singleline)).Value;
        Assert.Contains("<bdi>Ben</bdi>", on, StringComparison.Ordinal);
        Assert.Contains(">on now</span>", on, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tap_from_another_site_or_an_unknown_button_changes_nothing()
    {
        using var chair = await Holding(night.Steward);

        using var foreign = await Tap(chair, "shift.5", site: "cross-site");
        using var unknown = await Tap(chair, "shift.500");
        var page = await night.Client.GetStringAsync("/3rd-june/leeds", Token);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity), (foreign.StatusCode, unknown.StatusCode));
        Assert.Contains("data-part=\"late\" hidden", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_s_steward_does_not_steer_and_gets_no_code()
    {
        var york = Some.Rally(await Day(), "york");
        await night.Site.Holds(york);
        var secret = Secret.New();
        await night.Site.Holds(new Grant(Role.Steward, york.Id, "Door 1", secret, night.Now));
        using var other = await Holding(secret);

        using var tap = await Tap(other, "shift.5");
        using var code = await other.GetAsync($"{Square}/code", Token);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (tap.StatusCode, code.StatusCode));
    }

    [Fact]
    public async Task The_screens_code_is_the_one_that_counts_people_in()
    {
        using var square = await Holding(night.Steward);
        var before = await Code(square);
        await night.Change(rally => rally.AskForCode(night.Now));

        var first = await Code(square);
        var digits = first.GetProperty("code").GetString();
        using var counted = await night.Here(
            new
            {
                id = Guid.CreateVersion7(),
                with = 8,
                code = digits,
            }
        );
        night.Site.Clock.Advance(Duration.FromMinutes(5));
        var second = await Code(square);
        var page = await square.GetStringAsync(Square, Token);

        Assert.Equal((true, JsonValueKind.Null), (before.GetProperty("open").GetBoolean(), before.GetProperty("code").ValueKind));
        Assert.Equal(HttpStatusCode.Created, counted.StatusCode);
        Assert.InRange(first.GetProperty("left").GetDouble(), 0.1, 300);
        Assert.NotEqual(digits, second.GetProperty("code").GetString());
        Assert.Contains($"{second.GetProperty("code").GetString()![..3]} ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_is_kept_nowhere_and_gone_after_the_rally()
    {
        using var square = await Holding(night.Owner);
        await night.Change(rally => rally.AskForCode(night.Now));

        using var answer = await square.GetAsync($"{Square}/code", Token);
        night.Site.Clock.Advance(Duration.FromHours(5));
        var after = await Code(square);

        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal((false, JsonValueKind.Null), (after.GetProperty("open").GetBoolean(), after.GetProperty("code").ValueKind));
    }

    public async ValueTask InitializeAsync()
    {
        night = await CountingSite.Open();
        slots = [.. names.Select((name, i) => new Slot(night.Leeds.Id, i, name, 5, null))];
        await night.Site.Holds([.. slots]);
        await night.Change(_ => { });
    }

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private async Task<HttpClient> Holding(Secret link)
    {
        var visitor = night.Site.Visitor();
        using var opened = await visitor.GetAsync($"/k/{link.Text}", Token);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        return visitor;
    }

    private static async Task<HttpResponseMessage> Tap(HttpClient chair, string button, string site = "same-origin")
    {
        using var tap = new HttpRequestMessage(HttpMethod.Post, Chair)
        {
            Content = new FormUrlEncodedContent([new("id", Guid.CreateVersion7().ToString()), new("do", button)]),
        };
        tap.Headers.Add("Sec-Fetch-Site", site);
        return await chair.SendAsync(tap, Token);
    }

    private static Task<JsonElement> Code(HttpClient square) => square.GetFromJsonAsync<JsonElement>($"{Square}/code", Token);

    private async Task<DayOfAction> Day()
    {
        await using var context = await night.Site.Database();
        return context.Days.Single();
    }
}
