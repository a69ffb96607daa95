using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rallies.Domain.Permissions;
using Rallies.Domain.Pledges;
using Rallies.Storage;
using Rallies.Tests.Site;
using Rallies.Web.Feeds;

namespace Rallies.Tests.Feeds;

/// <summary>Who reaches a feed, and what nobody learns by it: rules E14, H11, H13 and H15.</summary>
public sealed class FeedReachTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "127.0.0.1", "http", "203.0.113.7", 301)]
    [InlineData("HEAD", "127.0.0.1", "http", null, 301)]
    [InlineData("GET", "127.0.0.1", "https", "203.0.113.7", 200)]
    [InlineData("GET", "127.0.0.1", null, "203.0.113.7", 200)]
    [InlineData("GET", "198.51.100.2", "http", "203.0.113.7", 200)] // anybody can write a header
    [InlineData("GET", "127.0.0.1", "http", "203.0.113.7, 198.51.100.2", 200)] // https may end at the server further out
    [InlineData("POST", "127.0.0.1", "http", "203.0.113.7", 405)]
    public async Task H11_who_comes_over_http_is_sent_to_https_where_a_trusted_server_in_front_says_so(
        string method,
        string peer,
        string? scheme,
        string? from,
        int status
    )
    {
        await using var site = new RalliesSite();
        await using var published = Published(site);
        await PublishAsync(published);

        var answer = await AsksFor(published, "/calendar/all.ics", method, peer, scheme, from);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == 301 ? "https://rallies.example.org/calendar/all.ics?lang=cy" : null, (string?)answer.Headers.Location);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/k/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("//evil.example/x")]
    [InlineData("//evil.example/calendar/all.ics")]
    public async Task H11_nothing_but_a_calendar_is_sent_to_https(string path)
    {
        await using var site = new RalliesSite();
        await using var published = Published(site);

        var answer = await AsksFor(published, path);

        Assert.NotEqual(301, answer.StatusCode);
        Assert.Null((string?)answer.Headers.Location);
    }

    [Fact]
    public async Task H11_nobody_between_keeps_the_address_of_a_calendar_of_ones_own()
    {
        await using var site = new RalliesSite();
        await using var published = Published(site);

        var answer = await AsksFor(published, $"/calendar/mine/{Secret.New().Text}.ics");

        Assert.Equal(301, answer.StatusCode);
        Assert.Equal(("no-store", "no-referrer"), ((string?)answer.Headers.CacheControl, (string?)answer.Headers["Referrer-Policy"]));
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
        await using (
            var context = await talkative.Services.GetRequiredService<IDbContextFactory<RalliesContext>>().CreateDbContextAsync(Now)
        )
        {
            context.Add(new PersonalCalendar(secret, site.Clock.Now));
            await context.SaveChangesAsync(Now);
        }
        var unknown = Secret.New();
        using var client = talkative.CreateClient();

        using var nobodys = await client.GetAsync($"/calendar/mine/{unknown.Text}.ics", Now);
        using var mine = await client.GetAsync($"/calendar/mine/{secret.Text}.ics?remind=60", Now);
        using var all = await client.GetAsync("/calendar/all.ics", Now);

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK),
            (nobodys.StatusCode, mine.StatusCode, all.StatusCode)
        );
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains(secret.Text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(log.Lines, line => line.Contains(unknown.Text, StringComparison.OrdinalIgnoreCase));
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

    private static WebApplicationFactory<Program> Published(RalliesSite site) =>
        site.WithWebHostBuilder(host =>
            host.UseSetting("Rallies:PublicUrl", "https://rallies.example.org").UseSetting("Rallies:TrustedProxies:0", "127.0.0.1")
        );

    private static async Task<HttpResponse> AsksFor(
        WebApplicationFactory<Program> site,
        string path,
        string method = "GET",
        string peer = "127.0.0.1",
        string? scheme = "http",
        string? from = null
    )
    {
        var http = await site.Server.SendAsync(
            http =>
            {
                http.Request.Method = method;
                http.Request.Host = new("rallies.example.org");
                http.Request.Path = path;
                http.Request.QueryString = new("?lang=cy");
                http.Connection.RemoteIpAddress = IPAddress.Parse(peer);
                if (scheme is not null)
                    http.Request.Headers["X-Forwarded-Proto"] = scheme;
                if (from is not null)
                    http.Request.Headers["X-Forwarded-For"] = from;
            },
            Now
        );
        return http.Response;
    }

    private static Task PublishAsync(WebApplicationFactory<Program> site) =>
        site.Services.GetRequiredService<FeedPublishing>().PublishAsync(null, Now);
}
