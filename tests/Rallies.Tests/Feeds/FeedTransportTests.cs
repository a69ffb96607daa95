using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Tests.Site;
using Rallies.Web.Access;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Feeds;

/// <summary>How feeds travel: rules H1 to H10 and H14, of RFC 9110 as calendar programs live them.</summary>
public sealed class FeedTransportTests : IAsyncLifetime
{
    private readonly RalliesSite site = new();

    [Fact]
    public async Task H1_HEAD_has_the_headers_of_GET_and_no_body()
    {
        using var client = site.CreateClient();
        using var get = await client.GetAsync("/calendar/all.ics", Now);
        using var ask = new HttpRequestMessage(HttpMethod.Head, "/calendar/all.ics");
        using var head = await client.SendAsync(ask, Now);

        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Now));
    }

    [Fact]
    public async Task H1_other_methods_are_told_which_ones_there_are()
    {
        using var client = site.CreateClient();
        using var answer = await client.PutAsync("/calendar/all.ics", new StringContent(""), Now);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task H2_H7_H9_the_headers_are_those_of_a_public_calendar()
    {
        using var answer = await site.AsksFor("/calendar/3rd-june.ics");

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("public, max-age=300, stale-while-revalidate=600", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("inline; filename=\"rallies-3rd-june.ics\"", answer.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task H3_a_minute_later_the_tag_is_the_same()
    {
        using var first = await site.AsksFor("/calendar/all.ics");
        site.Clock.Advance(Duration.FromMinutes(1));
        using var second = await site.AsksFor("/calendar/all.ics");

        Assert.True(first.Headers.ETag!.IsWeak);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("\"other\", {0}")]
    [InlineData("*")]
    [InlineData("{1}-gzip\"")]
    [InlineData("{1};gzip\"")]
    public async Task H4_H6_a_program_that_has_it_gets_304_with_its_headers(string form)
    {
        using var first = await site.AsksFor("/calendar/all.ics");
        var tag = first.Headers.ETag!.ToString();
        var sent = form.Replace("{0}", tag, StringComparison.Ordinal).Replace("{1}", tag[2..^1], StringComparison.Ordinal);

        using var second = await site.AsksFor(
            "/calendar/all.ics",
            ("If-None-Match", sent),
            ("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")
        );

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(tag, second.Headers.ETag!.ToString());
        Assert.Equal(first.Content.Headers.LastModified, second.Content.Headers.LastModified);
        Assert.Equal("Accept-Encoding", second.Headers.Vary.Single());
        Assert.Equal(first.Headers.CacheControl!.ToString(), second.Headers.CacheControl!.ToString());
        Assert.Null(second.Content.Headers.ContentType);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Now));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=1, text/calendar;q=0")]
    public async Task H14_whatever_a_program_says_it_accepts_it_gets_the_calendar(string accepts)
    {
        using var answer = await site.AsksFor("/calendar/all.ics", ("Accept", accepts));

        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("not a date", 200)]
    [InlineData("Sat, 01 Jan 2000 00:00:00 GMT", 200)]
    [InlineData("Fri, 01 Jan 2100 00:00:00 GMT", 304)]
    public async Task H5_If_Modified_Since_is_compared_and_nonsense_ignored(string since, int status)
    {
        using var answer = await site.AsksFor("/calendar/all.ics", ("If-Modified-Since", since));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task H5_a_rally_taken_out_of_sight_makes_the_feed_newer()
    {
        var admin = new Grant(Role.Admin, null, "Admin", Secret.New(), Some.Moment);
        await site.Holds(admin);
        using var before = await site.AsksFor("/calendar/all.ics");
        var since = before.Content.Headers.LastModified!.Value;
        await using var context = await site.Database();
        site.Clock.Advance(Duration.FromSeconds(1));
        await site
            .Services.GetRequiredService<ModerateRally>()
            .HideAsync(new HeldGrants([admin.Id]), context.Rallies.Single().Id, "Spam", Now);

        using var after = await site.AsksFor("/calendar/all.ics", ("If-Modified-Since", since.ToString("R")));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.True(after.Content.Headers.LastModified > since);
    }

    [Fact]
    public async Task H5_two_changes_in_one_second_are_told_apart()
    {
        var admin = new Grant(Role.Admin, null, "Admin", Secret.New(), Some.Moment);
        await site.Holds(admin);
        site.Clock.Advance(Duration.FromHours(1));
        await site.Holds(Some.Rally(await Day(), "york"));
        using var first = await site.AsksFor("/calendar/all.ics");
        await site.Holds(Some.Rally(await Day(), "goole"));

        using var second = await site.AsksFor(
            "/calendar/all.ics",
            ("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("R"))
        );

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, br", "br")]
    [InlineData("br;q=0.1, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("identity", null)]
    [InlineData("gzip;q=0.5, identity;q=0.9", null)]
    [InlineData("identity;q=0.5, gzip", "gzip")]
    [InlineData("identity;q=0, gzip;q=0.1", "gzip")]
    [InlineData("identity, gzip", "gzip")]
    [InlineData("gzip;q=0, br;q=0", null)]
    public async Task H8_it_is_compressed_only_as_asked_and_always_has_a_length(string accepted, string? expected)
    {
        var plain = await site.Reads("/calendar/all.ics");

        using var answer = await site.AsksFor("/calendar/all.ics", ("Accept-Encoding", accepted));

        var body = await answer.Content.ReadAsByteArrayAsync(Now);
        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
        Assert.Equal(plain, Unpacked(body, expected).Replace("\r\n ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task H9_a_download_is_an_attachment()
    {
        using var answer = await site.AsksFor("/calendar/3rd-june/leeds.ics?download=1");

        Assert.Equal(
            "attachment; filename=\"rallies-3rd-june-leeds.ics\"",
            answer.Content.Headers.GetValues("Content-Disposition").Single()
        );
    }

    [Theory]
    [InlineData("/calendar/nowhere.ics", 404)]
    [InlineData("/calendar/3rd-june/nowhere.ics", 404)]
    [InlineData("/calendar/towns/nowhere-at-all.ics", 404)]
    [InlineData("/calendar/regions/middle-earth.ics", 404)]
    [InlineData("/calendar/all.ics?type=party", 400)]
    [InlineData("/calendar/all.ics?lang=tlh", 400)]
    [InlineData("/calendar/all.ics?cancelled=maybe", 400)]
    [InlineData("/calendar/all.ics?access=lift", 400)]
    [InlineData("/calendar/all.ics?download=yes", 400)]
    public async Task H10_what_is_wrong_is_said_in_plain_text(string address, int status)
    {
        using var answer = await site.AsksFor(address, ("Accept", "text/html"));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task C8_a_town_without_a_rally_has_an_empty_calendar()
    {
        var calendar = await site.Reads("/calendar/towns/goole.ics");

        Assert.Contains("BEGIN:VTIMEZONE", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VEVENT", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_keys_are_ignored_and_filters_keep_what_is_asked_for()
    {
        Assert.Contains("Leeds: 3 June", await site.Reads("/calendar/all.ics?utm_source=x&type=rally"), StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VEVENT", await site.Reads("/calendar/all.ics?access=step-free"), StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VEVENT", await site.Reads("/calendar/all.ics?type=picket"), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        var day = Some.Day();
        await site.Holds(day);
        await site.Holds(Some.Rally(day));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task<Rallies.Domain.DayOfAction> Day()
    {
        await using var context = await site.Database();
        return context.Days.Single();
    }

    private static string Unpacked(byte[] body, string? encoding)
    {
        using var stream = new MemoryStream(body);
        using Stream unpacked = encoding switch
        {
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        using var reader = new StreamReader(unpacked);
        return reader.ReadToEnd();
    }

    private static CancellationToken Now => TestContext.Current.CancellationToken;
}
