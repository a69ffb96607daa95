using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Rallies.Tests.Site;

namespace Rallies.Tests.Api;

public sealed class PledgingApiTests
{
    private const string Address = "/api/v1/days/3rd-june/rallies/leeds/pledges";
    private const string Id = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"; // version 1

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pledge_is_made_once_and_answered_alike()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var program = site.CreateClient();

        using var first = await Post(program, $$"""{"id":"{{Id}}","bringing":2}""");
        using var again = await Post(program, $$"""{"id":"{{Id.ToUpperInvariant()}}","bringing":2,"email":null,"more":"ignored"}""");
        using var other = await Post(program, $$"""{"id":"{{Id}}","bringing":3}""");

        Assert.Equal((201, 200, 409), ((int)first.StatusCode, (int)again.StatusCode, (int)other.StatusCode));
        Assert.Equal(await first.Text(), await again.Text());
        using var body = JsonDocument.Parse(await first.Text());
        Assert.Equal((Id, 3), (body.RootElement.GetProperty("id").GetString(), body.RootElement.GetProperty("pledged").GetInt32()));
        var withdraw = new Uri(body.RootElement.GetProperty("withdraw").GetString()!);
        Assert.Contains("See you there", await program.GetStringAsync(withdraw.AbsolutePath, Token), StringComparison.Ordinal);
        Assert.True(first.Headers.CacheControl!.NoStore);
        Assert.False(first.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("""{"bringing":1}""", "id")]
    [InlineData("""{"id":7,"bringing":1}""", "id")]
    [InlineData("""{"id":"\ud800","bringing":1}""", "id")]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000000","bringing":1}""", "id")]
    [InlineData("""{"id":"ID"}""", "bringing")]
    [InlineData("""{"id":"ID","bringing":null}""", "bringing")]
    [InlineData("""{"id":"ID","bringing":"1"}""", "bringing")]
    [InlineData("""{"id":"ID","bringing":-1}""", "bringing")]
    [InlineData("""{"id":"ID","bringing":21}""", "bringing")]
    [InlineData("""{"id":"ID","bringing":1e99}""", "bringing")]
    [InlineData("""{"id":"ID","bringing":99999999999999999999999}""", "bringing")]
    [InlineData("""{"id":"ID","bringing":[1]}""", "bringing")]
    [InlineData("""{"id":"ID","bringing":1,"email":7}""", "email")]
    [InlineData("""{"id":"ID","bringing":1,"email":""}""", "email")]
    [InlineData("""{"id":"ID","bringing":1,"email":"LONG@example.org"}""", "email")]
    public async Task A_bad_field_is_named(string json, string field)
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();

        using var answer = await Post(
            site.CreateClient(),
            json.Replace("ID", Id, StringComparison.Ordinal).Replace("LONG", new string('a', 5_000), StringComparison.Ordinal)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Text());
        Assert.Equal([field], problem.RootElement.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("HUGE", 413)]
    public async Task What_is_no_json_object_is_refused(string body, int status)
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();

        using var answer = await Post(site.CreateClient(), body == "HUGE" ? $"\"{new string('a', 20_000)}\"" : body);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task Only_json_is_taken(string? type)
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();

        using var answer = await Post(site.CreateClient(), $$"""{"id":"{{Id}}","bringing":2}""", type);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/days/3rd-june/rallies/goole/pledges")]
    [InlineData("/api/v1/days/nothing/rallies/leeds/pledges")]
    public async Task An_unknown_rally_is_not_found(string address)
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();

        using var answer = await Post(site.CreateClient(), $$"""{"id":"{{Id}}","bringing":2}""", address: address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", 403)]
    [InlineData("same-site", 403)]
    [InlineData("same-origin", 201)]
    [InlineData(null, 403)]
    public async Task A_browser_s_cookie_comes_from_here_or_not_at_all(string? from, int status)
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var browser = site.CreateClient();
        browser.DefaultRequestHeaders.Add("Cookie", "rallies-grants=any");
        if (from is not null)
            browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", from);

        using var answer = await Post(browser, $$"""{"id":"{{Id}}","bringing":2}""");

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Too_many_from_one_network_are_asked_to_wait()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var program = site.CreateClient();

        for (var i = 0; i < 120; i++)
            (await Post(program, "{}")).Dispose();
        using var answer = await Post(program, "{}");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    private static Task<HttpResponseMessage> Post(
        HttpClient program,
        string body,
        string? type = "application/json",
        string address = Address
    )
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return program.PostAsync(address, content, Token);
    }
}
