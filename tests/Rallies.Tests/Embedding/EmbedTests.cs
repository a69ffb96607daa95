using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Tests.Counting;
using Rallies.Tests.Public;
using Rallies.Tests.Site;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Embedding;

public sealed class EmbedTests : IAsyncLifetime
{
    private const string Address = "/embed/3rd-june";
    private CountingSite night = null!;

    [Fact]
    public async Task It_shows_what_the_board_shows()
    {
        using var leeds = await night.Here(new { id = Guid.CreateVersion7(), with = 2 });
        night.Site.Clock.Advance(Duration.FromMinutes(4));

        var embed = await Open();

        Assert.Equal("3", TextOf(embed, ".embed-total"));
        Assert.Equal("people in the squares", TextOf(embed, ".embed-what"));
        Assert.Equal("1 of 2 rallies reporting, oldest figure 4 minutes. As at 6.04pm UK time.", TextOf(embed, "main p:last-child"));
        Assert.Single(Dots(embed, ".embed-lit:not(.embed-large)"));
        Assert.Single(Dots(embed, ".embed-dots:not(.embed-lit)"));
        Assert.Equal("/3rd-june/live", embed.Document.QuerySelector("a")!.GetAttribute("href"));
        Assert.StartsWith(
            "/assets/favicon",
            embed.Document.QuerySelector("link[rel=icon]")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task While_nobody_is_counted_it_says_so()
    {
        var embed = await Open();

        Assert.Null(embed.Document.QuerySelector(".embed-total"));
        Assert.Equal("Nobody has been counted yet", TextOf(embed, ".embed-what"));
    }

    [Fact]
    public async Task Before_the_doors_open_it_says_how_many_rallies_and_when()
    {
        night.Site.Clock.Now = FakeClock.At("Europe/London", new(2028, 6, 1, 12, 0)).Now;
        await night.Change(_ => { });

        var embed = await Open();

        Assert.Equal(("2", "rallies are on"), (TextOf(embed, ".embed-total"), TextOf(embed, ".embed-what")));
        Assert.Contains("Sat 3 June, 6pm UK time.", embed.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_says_so()
    {
        await night.IsRehearsed();

        Assert.Equal("Rehearsal. These figures are played; nobody is there.", TextOf(await Open(), ".embed-rehearsal"));
    }

    [Fact]
    public async Task A_rally_called_off_has_no_dot()
    {
        await night.Change(rally => rally.CallOff("Storm.", night.Now));

        var embed = await Open();

        Assert.Empty(Dots(embed, ".embed-lit"));
        Assert.Single(Dots(embed, ".embed-dots:not(.embed-lit)"));
    }

    [Fact]
    public async Task It_comes_anew_by_itself_with_script_and_without()
    {
        var source = await night.Client.GetStringAsync(Address, Token);

        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>", source, StringComparison.Ordinal);
        Assert.Matches("<script defer src=\"/assets/embed\\.[a-z0-9]+\\.js\"></script>", source);
        Assert.DoesNotContain(" style=", source, StringComparison.Ordinal);
        Assert.DoesNotContain("hubs", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_holds_it_is_told_that_nothing_changed_and_then_that_something_did()
    {
        using var first = await night.Client.GetAsync(Address, Token);
        using var again = await AskHolding(first.Headers.ETag!);
        using var here = await night.Here(new { id = Guid.CreateVersion7(), with = 2 });
        night.Site.Clock.Advance(Duration.FromSeconds(5));
        using var changed = await AskHolding(first.Headers.ETag!);

        Assert.Equal("public, max-age=5", first.Headers.CacheControl!.ToString());
        Assert.Contains("Accept-Language", first.Headers.Vary);
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task It_goes_out_packed_once_and_not_twice(string encoding)
    {
        var plain = await night.Client.GetByteArrayAsync(Address, Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.AcceptEncoding.Add(new(encoding));
        using var answer = await night.Client.SendAsync(request, Token);

        await using var packed = await answer.Content.ReadAsStreamAsync(Token);
        await using Stream unpacking =
            encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await unpacking.CopyToAsync(unpacked, Token);
        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.NotNull(answer.Content.Headers.ContentLength); // known beforehand, so it is packed already
        Assert.Equal(["Accept-Encoding", "Accept-Language"], answer.Headers.Vary.Order());
        Assert.Equal(plain, unpacked.ToArray());
    }

    [Theory]
    [InlineData("/embed/4th-june")]
    [InlineData("/embed/3rd-June")]
    [InlineData("/embed/%3Cscript%3E")]
    public async Task An_unknown_day_is_told_in_plain_words(string address)
    {
        var embed = await Page.Open(night.Site.Visitor(), address);

        Assert.Equal((HttpStatusCode.NotFound, "There is no such day of action here"), (embed.Status, embed.Heading));
        Assert.True(embed.Answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData(Address, "*")]
    [InlineData("/embed/4th-june", "*")]
    [InlineData("/", "'none'")]
    [InlineData("/3rd-june", "'none'")]
    [InlineData("/3rd-june/leeds", "'none'")]
    [InlineData("/3rd-june/live", "'none'")]
    [InlineData("/3rd-june/live/press", "'none'")]
    [InlineData("/3rd-june/live/press.pdf", "'none'")]
    [InlineData("/organise", "'none'")]
    [InlineData("/embedded", "'none'")]
    [InlineData("/api/v1/days", "'none'")]
    public async Task Other_sites_may_frame_it_and_nothing_else(string address, string ancestors)
    {
        using var answer = await night.Site.Visitor().GetAsync(address, Token);

        Assert.Contains(
            $"frame-ancestors {ancestors};",
            string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_speaks_Welsh_and_leads_to_the_Welsh_board()
    {
        var embed = await Page.Open(night.Site.Visitor(), $"{Address}?lang=cy");

        Assert.Equal("Does neb wedi’i gyfrif eto", TextOf(embed, ".embed-what"));
        Assert.Equal("/3rd-june/live?lang=cy", embed.Document.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_board_offers_what_to_paste()
    {
        var board = await Page.Open(night.Site.Visitor(), "/3rd-june/live");

        Assert.Equal(
            "<iframe src=\"http://localhost/embed/3rd-june\" title=\"3 June: how many are in the squares\" width=\"100%\" height=\"460\" loading=\"lazy\" frameborder=\"0\"></iframe>",
            TextOf(board, "#embed-code")
        );
        Assert.Equal("embed-code", board.Document.QuerySelector("#embed button")!.GetAttribute("data-copy"));
    }

    [Fact]
    public async Task A_country_of_260_rallies_weighs_less_than_ten_kilobytes()
    {
        await using var site = new RalliesSite();
        site.Clock.Now = FakeClock.At("Europe/London", new(2028, 6, 3, 18, 0)).Now;
        var day = Some.Day();
        await site.Holds(day);
        var towns = site.Services.GetRequiredService<Rallies.Web.Towns.Gazetteer>().Towns.Where(t => t.Country == "GB");
        await using (var context = await site.Database())
        {
            context.AddRange(towns.OrderByDescending(t => t.Population).Take(260).Select(t => Some.Rally(day, t.Slug)));
            await context.SaveChangesAsync(Token);
        }
        await site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day.Id));

        var weights = await Weight.Of(site.Visitor(), Address);

        Assert.Equal(5, weights.Count); // the page, its sheet, its script, its figures, and the icon that only a page of its own asks for
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', weights.Select(w => $"{w.Value, 7} {w.Key}")));
        Assert.True(weights.Values.Sum() < 10_000, string.Join('\n', weights.Select(w => $"{w.Value, 7} {w.Key}")));
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<Page> Open() => Page.Open(night.Site.Visitor(), Address);

    private Task<HttpResponseMessage> AskHolding(EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.IfNoneMatch.Add(tag);
        return night.Client.SendAsync(request, Token);
    }

    private static IEnumerable<string> Dots(Page page, string selector) =>
        page.Document.QuerySelector(selector)!.GetAttribute("d")!.Split('M', StringSplitOptions.RemoveEmptyEntries);

    private static string TextOf(Page page, string selector) => page.Document.QuerySelector(selector)!.TextContent.Trim();
}
