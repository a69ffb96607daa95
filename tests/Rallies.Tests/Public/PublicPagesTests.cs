using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Tests.Site;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Public;

/// <summary>What holds for every page that everybody may read.</summary>
public sealed class PublicPagesTests(PublicPagesTests.Country country) : IClassFixture<PublicPagesTests.Country>
{
    public static TheoryData<string> Pages =>
        [
            "/",
            "/?town=goole",
            "/?town=newport",
            "/?town=%F0%9F%8E%BA",
            "/3rd-june",
            "/3rd-june?region=england&access=bsl",
            "/3rd-june/leeds",
            "/3rd-june/hull",
            "/3rd-june/live/press",
            "/calendar",
            "/calendar?day=3rd-june&rally=leeds&access=bsl",
            "/calendar?town=nowhere-at-all",
            "/about",
            "/privacy",
            "/accessibility",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_public_page_is_whole_and_keeps_to_itself(string page)
    {
        using var answer = await country.Site.Visitor().GetAsync(page, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.StartsWith(
            "default-src 'none'",
            string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
        Assert.Contains("public", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onclick=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("__RequestVerificationToken", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<html lang=\"en-GB\" dir=\"ltr\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task HEAD_answers_like_GET_without_a_body(string page)
    {
        using var answer = await country
            .Site.Visitor()
            .SendAsync(new HttpRequestMessage(HttpMethod.Head, page), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_speaks_Welsh_to_whoever_asks(string page)
    {
        var html = await country.Site.Visitor("cy").GetStringAsync(page, TestContext.Current.CancellationToken);

        Assert.Contains("<html lang=\"cy\" dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.Contains("Dechrau rali", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/4th-june")]
    [InlineData("/4th-june/leeds")]
    [InlineData("/3rd-june/york")]
    [InlineData("/3rd-june/..%2f..%2fetc")]
    [InlineData("/x")]
    [InlineData("/favicon.ico")]
    [InlineData("/3rd-june/leeds/nothing/at/all")]
    [InlineData("/4th-june/live/press")]
    [InlineData("/4th-june/live/press.txt")]
    [InlineData("/4th-june/live/press.pdf")]
    public async Task An_unknown_address_is_said_kindly(string address)
    {
        using var answer = await country.Site.Visitor().GetAsync(address, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Nothing here", html, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/3rd-June", "/3rd-june")]
    [InlineData("/3rd-june/Leeds", "/3rd-june/leeds")]
    public async Task A_capital_typed_off_a_poster_leads_to_the_page(string typed, string meant)
    {
        using var answer = await country.Site.Visitor().GetAsync(typed, TestContext.Current.CancellationToken);

        Assert.Equal(meant, answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/?town=")]
    [InlineData("/3rd-june?town=")]
    [InlineData("/3rd-june?region=")]
    [InlineData("/3rd-june?access=")]
    [InlineData("/api/v1/towns?q=")]
    public async Task Five_thousand_characters_hurt_nobody(string address)
    {
        foreach (var letter in new[] { "a", ",", "%F0%9F%8E%BA", "%00", "é" })
        {
            using var answer = await country
                .Site.Visitor()
                .GetAsync(address + string.Concat(Enumerable.Repeat(letter, 5_000 / letter.Length)), TestContext.Current.CancellationToken);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(body.Length < 50_000 + 60_000, $"{body.Length} characters");
        }
    }

    [Fact]
    public async Task H12_robots_are_kept_from_private_links_and_never_from_calendars()
    {
        var text = await country.Site.Visitor().GetStringAsync("/robots.txt", TestContext.Current.CancellationToken);

        Assert.Contains("Disallow: /k/", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Disallow: /\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Disallow: /calendar", text, StringComparison.Ordinal);
    }

    /// <summary>A day with some rallies, for many questions.</summary>
    public sealed class Country : IAsyncLifetime
    {
        public RalliesSite Site { get; } = new();

        public async ValueTask InitializeAsync()
        {
            var day = Some.Day();
            await Site.Holds(day);
            await Site.Holds(Some.Rally(day), Some.Rally(day, "kingston-upon-hull", place: "", slug: "hull"));
            await Site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day.Id));
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
