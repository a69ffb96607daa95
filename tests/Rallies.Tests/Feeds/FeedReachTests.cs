using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rallies.Domain.Permissions;
using Rallies.Domain.Pledges;
using Rallies.Tests.Site;
using Rallies.Web.Feeds;

namespace Rallies.Tests.Feeds;

/// <summary>Who reaches a feed, and what nobody learns by it: rules E14, H11, H13 and H15.</summary>
public sealed class FeedReachTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http", 301)]
    [InlineData("https", 200)]
    [InlineData(null, 200)]
    public async Task H11_who_comes_over_http_is_sent_to_https_where_the_server_in_front_says_so(string? scheme, int status)
    {
        await using var site = new RalliesSite();
        await using var published = site.WithWebHostBuilder(host =>
            host.UseSetting("Rallies:PublicUrl", "https://rallies.example.org").UseSetting("Rallies:TrustedProxies:0", "127.0.0.1")
        );
        await PublishAsync(published);
        using var client = published.CreateClient(new() { BaseAddress = new("http://rallies.example.org"), AllowAutoRedirect = false });
        if (scheme is not null)
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);

        using var answer = await client.GetAsync("/calendar/all.ics?lang=cy", Now);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 301 ? "https://rallies.example.org/calendar/all.ics?lang=cy" : null, answer.Headers.Location?.AbsoluteUri);
    }

    [Fact]
    public async Task H13_too_many_whole_calendars_are_refused_for_a_while_and_what_has_not_changed_is_not_counted()
    {
        await using var site = new RalliesSite();
        await using var narrow = site.WithWebHostBuilder(host => host.UseSetting("Rallies:Limits:RequestsPerMinute", "2"));
        await PublishAsync(narrow);
        using var client = narrow.CreateClient();
        using var first = await client.GetAsync("/calendar/all.ics", Now);
        using var second = await client.GetAsync("/calendar/all.ics", Now);

        using var third = await client.GetAsync("/calendar/all.ics", Now);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await client.GetAsync("/calendar/all.ics", Now);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.NotModified],
            new[] { first, second, third, unchanged }.Select(answer => answer.StatusCode)
        );
        Assert.NotNull(third.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task H15_no_log_tells_the_address_of_a_calendar_of_ones_own()
    {
        var log = new LogBook();
        await using var site = new RalliesSite();
        await using var talkative = site.WithWebHostBuilder(host =>
            host.ConfigureAppConfiguration(settings => settings.AddInMemoryCollection([new("Logging:LogLevel:Default", "Trace")]))
                .ConfigureTestServices(services => services.AddLogging(logging => logging.ClearProviders().AddProvider(log)))
        );
        await PublishAsync(talkative);
        var secret = Secret.New();
        using var client = talkative.CreateClient();

        using var mine = await client.GetAsync($"/calendar/mine/{secret.Text}.ics?remind=60", Now);
        using var all = await client.GetAsync("/calendar/all.ics", Now);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (mine.StatusCode, all.StatusCode));
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains(secret.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task E14_who_comes_and_how_many_stand_in_no_feed()
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        await site.Holds(day);
        var leeds = Some.Rally(day);
        await site.Holds(leeds);
        var before = await site.Reads("/calendar/all.ics");

        await site.Holds(new Pledge(Guid.CreateVersion7(), leeds.Id, 7, Secret.New().Hash(), site.Clock.Now));

        Assert.Equal(before, await site.Reads("/calendar/all.ics"));
        Assert.DoesNotContain("ATTENDEE", before, StringComparison.Ordinal);
        Assert.DoesNotContain("ORGANIZER", before, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto:", before, StringComparison.OrdinalIgnoreCase);
    }

    private static Task PublishAsync(WebApplicationFactory<Program> site) =>
        site.Services.GetRequiredService<FeedPublishing>().PublishAsync(null, Now);
}
