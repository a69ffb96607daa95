using System.Net;
using System.Text;

namespace Rallies.Tests.Counting;

/// <summary>The check-in is answered before most of what pages pass; what concerns it must hold all the same.</summary>
public sealed class HereGuardTests : IAsyncLifetime
{
    private const string Address = "/api/v1/days/3rd-june/rallies/leeds/here";
    private CountingSite night = null!;

    [Fact]
    public async Task What_another_site_sends_in_a_visitors_name_is_refused()
    {
        using var foreign = await Asks(Post(("Cookie", "rallies-grants=x"), ("Sec-Fetch-Site", "cross-site")));
        using var nameless = await Asks(Post(("Cookie", "rallies-grants=x")));
        using var own = await Asks(Post(("Cookie", "rallies-grants=x"), ("Sec-Fetch-Site", "same-origin")));

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Created],
            [foreign.StatusCode, nameless.StatusCode, own.StatusCode]
        );
    }

    [Fact]
    public async Task Another_host_is_not_answered()
    {
        using var answer = await Asks(Post(("Host", "elsewhere.example")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        using var answer = await Asks(Post());

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.True(answer.Headers.Contains("Referrer-Policy"));
    }

    [Fact]
    public async Task Another_method_is_told_which_one_it_takes()
    {
        using var answer = await Asks(new HttpRequestMessage(HttpMethod.Delete, Address));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("POST", answer.Content.Headers.Allow);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private static HttpRequestMessage Post(params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new StringContent($"{{\"id\":\"{Guid.CreateVersion7()}\"}}", Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private Task<HttpResponseMessage> Asks(HttpRequestMessage request) =>
        night.Client.SendAsync(request, TestContext.Current.CancellationToken);
}
