namespace Rallies.BrowserTests.Site;

public sealed class RalliesSiteTests
{
    [Fact]
    public async Task A_site_whose_power_was_cut_comes_back_at_the_same_address()
    {
        await using var site = await RalliesSite.Start();
        using var client = new HttpClient { BaseAddress = site.Address };
        var address = site.Address;

        await site.Kill();
        await Assert.ThrowsAsync<HttpRequestException>(() => Get(client));
        await site.Restart();

        Assert.Equal(address, site.Address);
        Assert.True((await Get(client)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_site_that_cannot_start_says_why()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => RalliesSite.Start("--urls", "nonsense"));

        Assert.Contains("nonsense", error.Message);
    }

    private static Task<HttpResponseMessage> Get(HttpClient client) => client.GetAsync("/", TestContext.Current.CancellationToken);
}
