using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Tests.Site;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Counting;

/// <summary>The site on the evening of 3 June, six o'clock sharp in Leeds and Goole, with a steward's and an owner's link for Leeds.</summary>
internal sealed class CountingSite : IAsyncDisposable
{
    private readonly DayOfAction day = Some.Day();

    public RalliesSite Site { get; } = new();
    public Secret Steward { get; } = Secret.New();
    public Secret Owner { get; } = Secret.New();
    public Guid StewardsGrant { get; private set; }
    public HttpClient Client { get; private set; } = null!;
    public Rally Leeds { get; private set; } = null!;
    public Instant Now => Site.Clock.Now;

    public static async Task<CountingSite> Open()
    {
        var night = new CountingSite();
        night.Site.Clock.Now = FakeClock.At("Europe/London", new(2028, 6, 3, 18, 0)).Now;
        await night.Site.Holds(night.day);
        night.Leeds = Some.Rally(night.day);
        await night.Site.Holds(night.Leeds, Some.Rally(night.day, "goole"));
        var steward = new Grant(Role.Steward, night.Leeds.Id, "Door 1", night.Steward, night.Now);
        night.StewardsGrant = steward.Id;
        await night.Site.Holds(steward, new Grant(Role.Owner, night.Leeds.Id, "Leeds", night.Owner, night.Now));
        await night.Site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(night.day.Id));
        night.Client = night.Site.CreateClient();
        return night;
    }

    /// <summary>Changes the rally in Leeds as somebody else's commit does, and tells everybody.</summary>
    public async Task Change(Action<Rally> change)
    {
        await using var context = await Site.Database();
        change(await context.Rallies.SingleAsync(r => r.Id == Leeds.Id, TestContext.Current.CancellationToken));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        await Site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day.Id));
    }

    /// <summary>A steward's link for another of the rallies.</summary>
    public async Task<Secret> StewardIn(string town)
    {
        await using var context = await Site.Database();
        var rally = await context.Rallies.SingleAsync(r => r.Slug == town, TestContext.Current.CancellationToken);
        var secret = Secret.New();
        await Site.Holds(new Grant(Role.Steward, rally.Id, town, secret, Now));
        return secret;
    }

    /// <summary>The day is marked as a rehearsal's.</summary>
    public async Task IsRehearsed()
    {
        await Site.Holds(new SiteFact(SiteFact.RehearsalOf(day.Id), $"{Now}"));
        await Site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.Rehearsed(day.Id, day.Slug, IsOn: true));
    }

    public Task<HttpResponseMessage> Here(object body, string town = "leeds") =>
        Client.PostAsJsonAsync($"/api/v1/days/3rd-june/rallies/{town}/here", body, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> Taps(object body, Secret? link) => Taps(JsonContent.Create(body), link);

    public Task<HttpResponseMessage> Taps(HttpContent body, Secret? link)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/door/taps") { Content = body };
        if (link is { } secret)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret.Text);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What a phone at a door sends.</summary>
    public static object Batch(params object[] taps) =>
        new
        {
            device = Guid.CreateVersion7(),
            door = "North",
            rally = "3rd-june/leeds",
            taps,
        };

    public object In(int count, Guid? id = null) =>
        new
        {
            id = id ?? Guid.CreateVersion7(),
            kind = "in",
            count,
            at = Now.ToString(),
            skew = 0,
            offline = false,
        };

    public object Estimate(int low, int high) =>
        new
        {
            id = Guid.CreateVersion7(),
            kind = "estimate",
            low,
            high,
            method = "rows",
            at = Now.ToString(),
            skew = 0,
            offline = false,
        };

    public async Task<JsonElement> Counts() =>
        await Client.GetFromJsonAsync<JsonElement>("/api/v1/days/3rd-june/counts", TestContext.Current.CancellationToken);

    public static async Task<JsonElement> Json(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Site.DisposeAsync();
    }
}
