using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Web.Access;
using Rallies.Web.Live;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Site;

/// <summary>Addresses of a rally that has become part of another, as they stand on posters and in programs.</summary>
public sealed class MergedAddressTests : IAsyncLifetime
{
    private readonly RalliesSite site = new();
    private Rally first = null!;
    private Rally second = null!;
    private HeldGrants admin = null!;

    [Theory]
    [InlineData("/3rd-june/leeds-2", "/3rd-june/leeds")]
    [InlineData("/3rd-june/leeds-2?lang=cy", "/3rd-june/leeds?lang=cy")]
    [InlineData("/3rd-june/leeds-2/pledge", "/3rd-june/leeds/pledge")]
    [InlineData("/3rd-june/leeds-2/here", "/3rd-june/leeds/here")]
    [InlineData("/3rd-june/leeds-2/join", "/3rd-june/leeds/join")]
    [InlineData("/door/3rd-june/leeds-2", "/door/3rd-june/leeds")]
    [InlineData("/api/v1/days/3rd-june/rallies/leeds-2", "/api/v1/days/3rd-june/rallies/leeds")]
    public async Task Each_leads_to_the_same_of_the_other_for_good_but_is_asked_again(string old, string survivor)
    {
        await Merge();

        using var answer = await site.Visitor().GetAsync(old, Token);

        Assert.Equal((HttpStatusCode.MovedPermanently, survivor), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.True(answer.Headers.CacheControl!.NoCache);
        Assert.Null(answer.Headers.CacheControl.MaxAge);
    }

    [Fact]
    public async Task What_is_sent_is_sent_there_again_as_it_was()
    {
        await Merge();
        var visitor = site.Visitor();
        var pledge = new { id = Guid.CreateVersion7(), bringing = 2 };

        using var moved = await visitor.PostAsJsonAsync("/api/v1/days/3rd-june/rallies/leeds-2/pledges", pledge, Token);
        Assert.Equal(HttpStatusCode.PermanentRedirect, moved.StatusCode);
        using var taken = await visitor.PostAsJsonAsync(moved.Headers.Location, pledge, Token);
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        Assert.Equal(3, (await taken.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("pledged").GetInt32());
    }

    [Fact]
    public async Task A_phone_in_the_square_is_led_to_the_other_too()
    {
        await Merge();

        using var moved = await site.Visitor()
            .PostAsJsonAsync("/api/v1/days/3rd-june/rallies/leeds-2/here", new { id = Guid.CreateVersion7() }, Token);

        Assert.Equal(
            (HttpStatusCode.PermanentRedirect, "/api/v1/days/3rd-june/rallies/leeds/here"),
            (moved.StatusCode, moved.Headers.Location?.ToString())
        );
    }

    [Fact]
    public async Task A_form_that_was_open_when_it_happened_loses_nothing()
    {
        var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await Merge();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["id"] = Guid.CreateVersion7().ToString("D"), ["bringing"] = "0" }
        );

        using var moved = await visitor.PostAsync("/3rd-june/leeds-2/pledge", form, Token);

        Assert.Equal((HttpStatusCode.PermanentRedirect, "/3rd-june/leeds/pledge"), (moved.StatusCode, moved.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task A_chain_is_one_step_and_ends_where_people_can_look()
    {
        var third = Some.Rally(await Day(), "bradford");
        await site.Holds(third);
        await Merge();
        await Merging.MergeAsync(admin, first.Id, third.Id, "One for West Yorkshire.", Token);

        Assert.Equal("/3rd-june/bradford", await Leads("/3rd-june/leeds-2"));
        Assert.Equal("/3rd-june/bradford", await Leads("/3rd-june/leeds"));

        await site.Services.GetRequiredService<ModerateRally>().HideAsync(admin, third.Id, "Spam", Token);
        using var hidden = await site.Visitor().GetAsync("/3rd-june/leeds-2", Token);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task Undone_the_address_is_its_own_again()
    {
        await Merge();
        await Merging.UndoAsync(admin, second.Id, Token);

        using var page = await site.Visitor().GetAsync("/3rd-june/leeds-2", Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("/3rd-june/goole")]
    [InlineData("/no-such-day/leeds-2")]
    [InlineData("/3rd-june/leeds-2/dance")]
    public async Task What_never_was_leads_nowhere(string address)
    {
        await Merge();

        using var answer = await site.Visitor().GetAsync(address, Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task It_stands_in_no_list_and_has_no_row_and_its_figures_count_at_the_other()
    {
        var pledges = site.Services.GetRequiredService<PledgeToCome>();
        await pledges.PledgeAsync("3rd-june", "leeds-2", Guid.CreateVersion7(), 4, null, Token);
        var board = site.Services.GetRequiredService<LiveBoard>();
        var before = board.Find("3rd-june")!;

        await Merge();

        var after = board.Find("3rd-june")!;
        Assert.Equal(["leeds"], after.Rows.Keys);
        Assert.Equal(5, after.Rows["leeds"].Pledged);
        Assert.Equal(before.Total.Pledged, after.Total.Pledged);
        Assert.Equal(after.Version, after.BrokenAt); // whoever saw the row needs a snapshot
        foreach (var address in new[] { "/3rd-june", "/3rd-june/live", "/api/v1/days/3rd-june/rallies", "/?town=leeds" })
            Assert.DoesNotContain("leeds-2", await site.Visitor().GetStringAsync(address, Token), StringComparison.Ordinal);

        await Merging.UndoAsync(admin, second.Id, Token);
        var undone = board.Find("3rd-june")!;
        Assert.Equal(["leeds", "leeds-2"], undone.Rows.Keys.Order());
        Assert.Equal((0, 5), (undone.Rows["leeds"].Pledged, undone.Rows["leeds-2"].Pledged));
        Assert.True(undone.Version > after.Version);
    }

    [Fact]
    public async Task A_pledge_s_page_says_where_it_counts_now()
    {
        using var sent = await site.Visitor().Send("/3rd-june/leeds-2/pledge", ("bringing", "0"));
        await Merge();

        var page = await site.Visitor().GetStringAsync(sent.Headers.Location, Token);
        Assert.Contains("The rally you had pledged for, Leeds, is part of this one now", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/3rd-june/leeds\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"withdraw\"", page, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        var day = Some.Day();
        await site.Holds(day);
        (first, second) = (Some.Rally(day), Some.Rally(day, place: "City Square", slug: "leeds-2"));
        await site.Holds(first, second);
        var grant = new Grant(Role.Admin, null, "Admin", Secret.New(), Some.Moment);
        await site.Holds(grant);
        admin = new HeldGrants([grant.Id]);
        await site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day.Id));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MergeRallies Merging => site.Services.GetRequiredService<MergeRallies>();

    private async Task Merge() =>
        Assert.IsType<MergeRallies.Outcome.Made>(
            await Merging.MergeAsync(admin, second.Id, first.Id, "The same people called both.", Token)
        );

    private async Task<DayOfAction> Day()
    {
        await using var context = await site.Database();
        return (await context.Days.FindAsync([first.DayId], Token))!;
    }

    private async Task<string?> Leads(string address)
    {
        using var answer = await site.Visitor().GetAsync(address, Token);
        return answer.Headers.Location?.ToString();
    }
}
