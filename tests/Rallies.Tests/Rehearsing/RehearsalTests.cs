using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Storage;
using Rallies.Tests.Site;
using Rallies.Web.Commands;
using Rallies.Web.Counting;
using Rallies.Web.Rehearsing;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Rehearsing;

/// <summary>A night of a few seconds, over real connections.</summary>
public sealed class RehearsalTests
{
    private static readonly RehearsalScale scale = new(3, 240, TimeSpan.FromSeconds(5));

    private const string LeedsHere = "/api/v1/days/3rd-june/rallies/leeds/here";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_played_night_is_in_the_log_once_is_said_on_every_page_and_goes_without_a_trace()
    {
        await using var site = new RalliesSite();
        var (address, before) = await OpenAsync(site);
        var said = new StringWriter();

        var ended = await Command(site, said).PlayAsync(address, "3rd-june", scale, null, Token);

        Assert.True(ended == 0, said.ToString());
        Assert.Contains("Every entry is in the log once", said.ToString(), StringComparison.Ordinal);
        var played = await CountsAsync(address);
        Assert.True(Entered(played) > Entered(before));
        using var visitor = new HttpClient { BaseAddress = address };
        foreach (var page in (string[])["/3rd-june", "/3rd-june/leeds", "/3rd-june/live", "/3rd-june/live?screen=1"])
            Assert.Contains("class=\"rehearsal\"", await visitor.GetStringAsync(page, Token), StringComparison.Ordinal);

        Assert.Equal(0, await Command(site, said).RemoveAsync("3rd-june", Token));

        Assert.Equal(Shown(before), Shown(await CountsAsync(address)));
        Assert.DoesNotContain("class=\"rehearsal\"", await visitor.GetStringAsync("/3rd-june", Token), StringComparison.Ordinal);
        Assert.True(site.Services.GetRequiredService<Evenings>().Of("3rd-june").Steps.IsEmpty);
    }

    [Fact]
    public async Task What_the_site_lost_is_told()
    {
        await using var site = new RalliesSite();
        var (address, _) = await OpenAsync(site);
        var (_, cast) = await site.Services.GetRequiredService<RehearseDay>().CastOnServerAsync("3rd-june", 3, Token);
        var tally = new Tally();
        tally.Taps[RehearsalMark.NewId()] = true;

        var proof = ActivatorUtilities.CreateInstance<RehearsalProof>(site.Services, address, cast!);

        Assert.Equal(["1 entries that the site had answered for are not in its log."], await proof.LookAsync(tally, Token));
    }

    [Fact]
    public async Task Nothing_played_is_taken_where_no_rehearsal_is_told_of()
    {
        await using var site = new RalliesSite();
        var (address, before) = await OpenAsync(site);
        var (_, cast) = await site.Services.GetRequiredService<RehearseDay>().CastOnServerAsync("3rd-june", 3, Token);
        await site.Services.GetRequiredService<RehearseDay>().RemoveOnServerAsync("3rd-june", Token);
        using var visitor = new HttpClient { BaseAddress = address };

        using var here = await visitor.PostAsJsonAsync(LeedsHere, new { id = RehearsalMark.NewId() }, Token);
        var proof = ActivatorUtilities.CreateInstance<RehearsalProof>(site.Services, address, cast!);

        Assert.Equal(HttpStatusCode.Conflict, here.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => proof.IsToldAsync(Token));
        Assert.Equal(Shown(before), Shown(await CountsAsync(address)));
    }

    [Fact]
    public async Task A_night_is_stopped_before_it_is_taken_off_and_said_until_then()
    {
        await using var site = new RalliesSite();
        var (address, before) = await OpenAsync(site);
        var rehearse = site.Services.GetRequiredService<RehearseDay>();
        await rehearse.CastOnServerAsync("3rd-june", 3, Token);
        using var visitor = new HttpClient { BaseAddress = address };

        using var played = await visitor.PostAsJsonAsync(LeedsHere, new { id = RehearsalMark.NewId() }, Token);
        var stopped = (await rehearse.HaltOnServerAsync("3rd-june", Token), await rehearse.HaltOnServerAsync("3rd-june", Token));
        using var late = await visitor.PostAsJsonAsync(LeedsHere, new { id = RehearsalMark.NewId() }, Token);
        var page = await visitor.GetStringAsync("/3rd-june", Token);

        Assert.Equal((true, false), stopped);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (played.StatusCode, late.StatusCode));
        Assert.Contains("class=\"rehearsal\"", page, StringComparison.Ordinal);
        Assert.Equal(Change.Made, await rehearse.RemoveOnServerAsync("3rd-june", Token));
        Assert.Equal(Shown(before), Shown(await CountsAsync(address)));
    }

    [Fact]
    public async Task Without_a_site_it_says_where_it_looked()
    {
        await using var site = new RalliesSite();
        await OpenAsync(site);
        var said = new StringWriter();

        var ended = await Command(site, said).PlayAsync(new("http://127.0.0.1:9"), "3rd-june", scale, null, Token);

        Assert.Equal(1, ended);
        Assert.Contains("answers at http://127.0.0.1:9/", said.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(Uri Address, JsonElement Before)> OpenAsync(RalliesSite site)
    {
        site.UseKestrel(0);
        site.Clock.Now = FakeClock.At("Europe/London", new(2028, 6, 3, 18, 0)).Now;
        site.StartServer();
        var day = Some.Day();
        await site.Holds(new SiteFact(SiteFact.Demo, "filled"), day);
        await site.Holds(Some.Rally(day), Some.Rally(day, "goole"), Some.Rally(day, "york"));
        await site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day.Id));
        var address = new Uri(
            site.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
                .Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
        );
        return (address, await CountsAsync(address));
    }

    private static RehearseCommand Command(RalliesSite site, TextWriter said) =>
        ActivatorUtilities.CreateInstance<RehearseCommand>(site.Services, site.Services.GetRequiredService<Rehearsal>(), said);

    private static async Task<JsonElement> CountsAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        return JsonElement.Parse(await client.GetStringAsync("/api/v1/days/3rd-june/counts", Token));
    }

    private static int Entered(JsonElement counts) => counts.GetProperty("total").GetProperty("entered").GetInt32();

    // Everything but the versions, which only rise.
    private static string Shown(JsonElement counts) =>
        string.Join(
            '\n',
            counts
                .GetProperty("rallies")
                .EnumerateArray()
                .Select(r => string.Join(' ', r.EnumerateObject().Where(p => p.Name != "version").Select(p => $"{p.Name}={p.Value}")))
                .Append(counts.GetProperty("total").ToString())
        );
}
