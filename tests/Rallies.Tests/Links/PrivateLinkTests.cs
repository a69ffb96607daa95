using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Tests.Site;

namespace Rallies.Tests.Links;

public sealed class PrivateLinkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Owner, "/organise")]
    [InlineData(Role.CoOrganiser, "/organise")]
    [InlineData(Role.Steward, "/door/3rd-june/leeds")]
    public async Task Opening_a_link_gives_this_browser_a_grant_and_a_clean_address(Role role, string address)
    {
        await using var site = new RalliesSite();
        var (secret, _) = await Given(site, role);

        using var answer = await site.Visitor().GetAsync($"/k/{secret.Text}", Token);

        Assert.Equal((303, address), ((int)answer.StatusCode, answer.Headers.Location!.OriginalString));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("rallies-grants=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Text, cookie, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(
            ("no-referrer", "noindex"),
            (answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Robots-Tag").Single())
        );
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("nonsense")]
    public async Task An_unknown_link_is_404_without_a_cookie(string secret)
    {
        await using var site = new RalliesSite();

        using var answer = await site.Visitor().GetAsync($"/k/{secret}", Token);

        Assert.Equal(
            (404, false, true),
            ((int)answer.StatusCode, answer.Headers.Contains("Set-Cookie"), answer.Headers.CacheControl!.NoStore)
        );
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
    }

    [Fact]
    public async Task A_revoked_link_is_404_and_its_cookie_worth_nothing_at_once()
    {
        await using var site = new RalliesSite();
        var (secret, grant) = await Given(site, Role.Owner);
        var visitor = site.Visitor();
        await visitor.GetAsync($"/k/{secret.Text}", Token);
        Assert.Equal(200, (int)(await Page.Open(visitor, "/organise/this-browser")).Status);

        await using (var context = await site.Database())
        {
            (await context.Grants.SingleAsync(g => g.Id == grant, Token)).Revoke(site.Clock.Now);
            await context.SaveChangesAsync(Token);
        }

        Assert.Equal(403, (int)(await Page.Open(visitor, "/organise/this-browser")).Status);
        using var again = await site.Visitor().GetAsync($"/k/{secret.Text}", Token);
        Assert.Equal((404, false), ((int)again.StatusCode, again.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public async Task HEAD_is_answered_as_GET_without_a_body()
    {
        await using var site = new RalliesSite();
        var (secret, _) = await Given(site, Role.Owner);

        using var answer = await site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/k/{secret.Text}"), Token);

        Assert.Equal((303, ""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Token)));
    }

    [Fact]
    public async Task Use_is_noted_at_the_first_request_with_the_grant_and_not_on_opening()
    {
        await using var site = new RalliesSite();
        var (secret, grant) = await Given(site, Role.Owner);
        var visitor = site.Visitor();

        await visitor.GetAsync($"/k/{secret.Text}", Token);
        await using (var context = await site.Database())
            Assert.Null(await context.Grants.Where(g => g.Id == grant).Select(g => g.LastUsedAt).SingleAsync(Token));
        await visitor.GetAsync("/organise/this-browser", Token);

        await using var after = await site.Database();
        Assert.NotNull(await after.Grants.Where(g => g.Id == grant).Select(g => g.LastUsedAt).SingleAsync(Token));
    }

    private static async Task<(Secret Secret, Guid Grant)> Given(RalliesSite site, Role role)
    {
        var day = Some.Day();
        await site.Holds(day);
        var rally = Some.Rally(day);
        await site.Holds(rally);
        var secret = Secret.New();
        var grant = new Grant(role, rally.Id, "Amina", secret, site.Clock.Now);
        await site.Holds(grant);
        return (secret, grant.Id);
    }
}
