using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Tests.Counting;
using Rallies.Web.Access;
using Rallies.Web.UseCases;
using static Rallies.Tests.Counting.CountingSite;

namespace Rallies.Tests.Door;

public sealed class DoorDeviceTests : IAsyncLifetime
{
    private const string Device = "/door/3rd-june/leeds/device";
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
    private CountingSite night = null!;

    [Fact]
    public async Task A_browser_with_the_grant_gets_a_token_and_counts_with_it_and_without_a_cookie()
    {
        var phone = await Steward();

        using var letIn = await phone.PostAsync(Device, null, Cancelled);
        var told = await Json(letIn);
        using var counted = await night.Taps(Batch(night.In(5)), Token(told.GetProperty("token").GetString()!));

        Assert.Equal(
            (HttpStatusCode.Created, "Leeds", "Europe/London", "2028-06-03T15:00:00Z"),
            (letIn.StatusCode, Text("townName"), Text("timeZone"), Text("opensAt"))
        );
        Assert.True(letIn.Headers.CacheControl!.NoStore);
        Assert.Equal(5, (await Json(counted)).GetProperty("row").GetProperty("entered").GetInt32());
        await using var context = await night.Site.Database();
        var device = await context.DoorDevices.SingleAsync(Cancelled);
        Assert.Equal((night.StewardsGrant, 32), (device.GrantId, device.TokenHash.Length));
        Assert.NotNull(device.LastUsedAt);

        string Text(string name) => told.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task A_pasted_links_secret_does_as_well_as_a_cookie()
    {
        var token = await LetIn(night.Site.Visitor(), night.Steward);

        using var counted = await night.Taps(Batch(night.In(1)), token);

        Assert.Equal(HttpStatusCode.OK, counted.StatusCode);
    }

    [Fact]
    public async Task Strangers_and_stewards_of_elsewhere_get_none()
    {
        using var stranger = await night.Site.Visitor().PostAsync(Device, null, Cancelled);
        using var elsewhere = await (await Steward()).PostAsync("/door/3rd-june/goole/device", null, Cancelled);
        using var nowhere = await (await Steward()).PostAsync("/door/3rd-june/atlantis/device", null, Cancelled);

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.NotFound],
            [stranger.StatusCode, elsewhere.StatusCode, nowhere.StatusCode]
        );
    }

    [Fact]
    public async Task Another_site_cannot_make_a_stewards_browser_swap_its_grant()
    {
        var phone = await Steward();
        phone.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        using var refused = await phone.PostAsync(Device, null, Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await using var context = await night.Site.Database();
        Assert.Equal(0, await context.DoorDevices.CountAsync(Cancelled));
    }

    [Fact]
    public async Task A_token_makes_no_other_token_and_corrects_nothing_even_if_it_is_an_owners()
    {
        var token = await LetIn(night.Site.Visitor(), night.Owner);

        using var another = await Ask(night.Site.Visitor(), token);
        using var corrected = await night.Taps(
            Batch(
                new
                {
                    id = Guid.CreateVersion7(),
                    kind = "correction",
                    low = 1,
                    high = 2,
                    reason = "Because",
                    at = night.Now.ToString(),
                }
            ),
            token
        );

        Assert.Equal(HttpStatusCode.Forbidden, another.StatusCode);
        Assert.Equal("notAllowed", (await Json(corrected)).GetProperty("refused")[0].GetProperty("why").GetString());
    }

    [Fact]
    public async Task A_token_dies_with_its_link_and_a_phone_alone_can_be_shut_out()
    {
        var (first, second) = (await LetIn(night.Site.Visitor(), night.Steward), await LetIn(night.Site.Visitor(), night.Steward));
        await using var context = await night.Site.Database();
        var device = await context.DoorDevices.SingleAsync(d => d.TokenHash == first.Hash(), Cancelled);
        var owner = new HeldGrants([(await context.Grants.SingleAsync(g => g.Role == Role.Owner, Cancelled)).Id]);
        var devices = night.Site.Services.GetRequiredService<DoorDevices>();

        var byASteward = await devices.ShutOutAsync(new HeldGrants([night.StewardsGrant]), device.Id, Cancelled);
        var byTheOwner = await devices.ShutOutAsync(owner, device.Id, Cancelled);
        using var shutOut = await night.Taps(Batch(night.In(1)), first);
        using var theOther = await night.Taps(Batch(night.In(1)), second);
        (await context.Grants.SingleAsync(g => g.Id == night.StewardsGrant, Cancelled)).Revoke(night.Now);
        await context.SaveChangesAsync(Cancelled);
        using var revoked = await night.Taps(Batch(night.In(1)), second);

        Assert.Equal((Change.NotAllowed, Change.Made), (byASteward, byTheOwner));
        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden],
            [shutOut.StatusCode, theOther.StatusCode, revoked.StatusCode]
        );
    }

    [Fact]
    public async Task A_link_lets_in_so_many_phones_and_then_lets_go_of_the_one_unused_for_longest()
    {
        var first = await LetIn(night.Site.Visitor(), night.Steward);
        var devices = night.Site.Services.GetRequiredService<DoorDevices>();
        for (var phone = 0; phone < DoorDevice.MostOfLink; phone++)
        {
            night.Site.Clock.Advance(Duration.FromSeconds(1));
            Assert.NotNull(await devices.LetInAsync(night.StewardsGrant, night.Leeds.Id, Cancelled));
        }

        using var gone = await night.Taps(Batch(night.In(1)), first);

        Assert.Equal(HttpStatusCode.Unauthorized, gone.StatusCode);
        await using var context = await night.Site.Database();
        Assert.Equal(DoorDevice.MostOfLink, await context.DoorDevices.CountAsync(Cancelled));
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private async Task<HttpClient> Steward()
    {
        var phone = night.Site.Visitor();
        using var opened = await phone.GetAsync($"/k/{night.Steward.Text}", Cancelled);
        phone.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return phone;
    }

    private static async Task<Secret> LetIn(HttpClient phone, Secret link)
    {
        using var answer = await Ask(phone, link);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return Token((await Json(answer)).GetProperty("token").GetString()!);
    }

    private static Task<HttpResponseMessage> Ask(HttpClient phone, Secret secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Device);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret.Text);
        return phone.SendAsync(request, Cancelled);
    }

    private static Secret Token(string text) => Secret.TryParse(text, out var token) ? token : throw new ArgumentException(text);
}
