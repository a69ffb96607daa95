using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Tests.Calendars.Checking;
using Rallies.Web.Demo;
using Rallies.Web.Feeds;

namespace Rallies.Tests.Site;

public sealed class CalendarCheckPageTests : IAsyncLifetime
{
    private const string Address = "/calendar/check";

    private readonly RalliesSite site = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await site.HoldsLeeds();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Without_a_choice_it_says_what_can_be_checked()
    {
        var page = await Page.Open(site.Visitor(), Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Check a calendar", page.Heading);
        Assert.Null(page.Document.QuerySelector("#verdict"));
        var offered = page.Document.QuerySelectorAll("select option").Select(option => option.GetAttribute("value")).ToList();
        Assert.Contains("/calendar/3rd-june.ics", offered);
        Assert.Equal(("/calendar/all.ics", "/calendar/pickets.ics"), (offered[0], offered[^1]));
    }

    [Fact]
    public async Task Looking_sets_no_cookie()
    {
        using var empty = await site.Visitor().GetAsync(Address, Token);
        using var checkedFeed = await site.Visitor().GetAsync($"{Address}?feed=/calendar/all.ics", Token);

        Assert.False(empty.Headers.Contains("Set-Cookie"));
        Assert.False(checkedFeed.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/calendar/all.ics")]
    [InlineData("/calendar/3rd-june.ics")]
    [InlineData("/calendar/3rd-june/leeds.ics")]
    [InlineData("/calendar/towns/leeds.ics?lang=cy")]
    [InlineData("/calendar/regions/england.ics")]
    [InlineData("/calendar/pickets.ics?type=picket")]
    [InlineData("http://localhost/calendar/all.ics?cancelled=notice")]
    [InlineData("webcal://localhost/calendar/all.ics")]
    public async Task Of_every_feed_here_all_44_rules_are_kept(string feed)
    {
        var page = await Page.Open(site.Visitor(), $"{Address}?feed={Uri.EscapeDataString(feed)}");

        Assert.Equal("", string.Join("\n", page.Document.QuerySelectorAll(".findings li").Select(item => item.TextContent)));
        Assert.Equal("All 44 rules kept", Verdict(page));
        Assert.Equal(44, page.Document.QuerySelectorAll(".kept li").Length);
    }

    [Fact]
    public async Task No_feed_of_the_demonstration_has_a_fault()
    {
        await using var demo = new RalliesSite();
        await demo.Services.GetRequiredService<DemoSite>().FillAsync(Token);
        await demo.TimePasses(NodaTime.Duration.Zero);
        var shelf = demo.Services.GetRequiredService<FeedShelf>();
        FeedSubject[] subjects = [new FeedSubject.Everything(), new FeedSubject.Pickets(), .. shelf.Book.Names.Keys];

        Assert.True(subjects.Length > 20);
        foreach (var subject in subjects)
        {
            var feed = await shelf.TakeAsync(new FeedKey(subject, new FeedQuery()), Token);
            Assert.Equal((subject.Path, ""), (subject.Path, string.Join('\n', feed!.Octets.ToArray().Check().Told())));
        }
    }

    [Theory]
    [InlineData("https://example.org/calendar/all.ics", "That is another site’s calendar")]
    [InlineData("https://localhost.example.org/calendar/all.ics", "That is another site’s calendar")]
    [InlineData("file:///etc/passwd", "That is not the address of a calendar here.")]
    [InlineData("/calendar/mine/aaaaaaaa.ics", "That is not the address of a calendar here.")]
    [InlineData("/calendar/ALL.ics", "That is not the address of a calendar here.")]
    [InlineData("/calendar/.ics", "That is not the address of a calendar here.")]
    [InlineData("/calendar/all.ics?lang=de", "That is not the address of a calendar here.")]
    [InlineData("//example.org/calendar/all.ics", "That is not the address of a calendar here.")]
    [InlineData("all", "That is not the address of a calendar here.")]
    public async Task What_is_no_feed_here_is_told_so_and_never_fetched(string typed, string sentence)
    {
        var page = await Page.Open(site.Visitor(), $"{Address}?feed={Uri.EscapeDataString(typed)}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Document.QuerySelector("#address-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.Document.QuerySelector("#address")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_feed_that_is_not_there_is_told_so()
    {
        var page = await Page.Open(site.Visitor(), $"{Address}?feed=/calendar/no-such-day.ics");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains(
            "There is no such calendar here.",
            page.Document.QuerySelector("#address-error")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_of_ones_own_is_held_against_the_33_rules_of_files()
    {
        var page = await Upload(GoodFile.Octets);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("All 33 rules kept", Verdict(page));
        Assert.Contains("no-store", page.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_stand_before_advice_each_with_line_words_reason_and_remedy()
    {
        var text = GoodFile
            .Replaced("STATUS:CONFIRMED", "STATUS:<CANCELED>")
            .Replace("CATEGORIES:Rally,May Day\n", "", StringComparison.Ordinal);

        var page = await Upload(GoodFile.ToOctets(text));

        Assert.Equal("1 fault, 1 piece of advice", Verdict(page));
        Assert.Equal(
            [
                "Line 40 · E6|STATUS:<CANCELED>|This is no status that programs know.|Write CONFIRMED, TENTATIVE or CANCELLED, in capitals and with two Ls.",
                "Line 34 · E13|The event does not say this of itself: CATEGORIES.|Write URL (its web page), CATEGORIES (its kind) and TRANSP:TRANSPARENT (it takes up nobody’s time).",
            ],
            page.Document.QuerySelectorAll(".findings li").Select(item => string.Join('|', item.Children.Select(p => p.TextContent.Trim())))
        );
        Assert.Equal(31, page.Document.QuerySelectorAll(".kept li").Length);
    }

    [Fact]
    public async Task What_is_no_calendar_is_told_so()
    {
        var page = await Upload("<html>Log in</html>"u8.ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("This cannot be read as a calendar", Verdict(page));
        Assert.Contains("This is a web page", page.Document.QuerySelector(".findings")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_or_an_empty_one_is_told_so()
    {
        var page = await Upload([]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Choose an .ics file.", page.Document.QuerySelector("#file-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_1_MiB_is_read_and_a_larger_one_is_not()
    {
        var whole = await Upload(new byte[1024 * 1024]);
        var more = await Upload(new byte[1024 * 1024 + 1]);

        Assert.Equal("This cannot be read as a calendar", Verdict(whole));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, more.Status);
        Assert.Contains("larger than 1 MiB", more.Document.QuerySelector("#file-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_sent_from_another_site_is_refused()
    {
        var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        var page = await Upload(GoodFile.Octets, visitor);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Fact]
    public async Task The_page_speaks_Welsh_also_of_a_feed_in_English()
    {
        var page = await Page.Open(site.Visitor("cy"), $"{Address}?feed=/calendar/all.ics");

        Assert.Equal("Gwirio calendr", page.Heading);
        Assert.Equal("Cadwyd pob un o’r 44 rheol", Verdict(page));
        Assert.Equal("cy", page.Document.DocumentElement.GetAttribute("lang"));
        var kept = page.Document.QuerySelectorAll(".kept li").Select(item => item.TextContent.Trim()).ToList();
        Assert.Equal("B1 UTF-8 yw’r llythrennau, heb farc trefn beitiau.", kept[0]);
        Assert.Equal("H10 Nid yw’n gosod cwci ac mae’n ddigon bach i bob rhaglen.", kept[^1]);
    }

    [Fact]
    public async Task The_page_speaks_English_also_of_a_feed_in_Welsh()
    {
        var page = await Page.Open(site.Visitor(), $"{Address}?feed=/calendar/all.ics%3Flang%3Dcy");

        Assert.Equal("B1 The letters are UTF-8, without a byte order mark.", page.Document.QuerySelector(".kept li")!.TextContent.Trim());
    }

    [Fact]
    public async Task Findings_are_told_in_Welsh_with_the_words_of_the_file_as_they_are()
    {
        var page = await Upload(GoodFile.ToOctets(GoodFile.Replaced("STATUS:CONFIRMED", "STATUS:CANCELED")), Welsh());

        Assert.Equal("1 gwall", Verdict(page));
        Assert.Equal(
            "Llinell 40 · E6|STATUS:CANCELED|Nid statws y mae rhaglenni’n ei adnabod yw hwn.|Ysgrifennwch CONFIRMED, TENTATIVE neu CANCELLED, mewn priflythrennau a chyda dwy L.",
            string.Join('|', page.Document.QuerySelector(".findings li")!.Children.Select(p => p.TextContent.Trim()))
        );
        Assert.Empty(page.Document.QuerySelectorAll("main [lang]"));
    }

    [Fact]
    public async Task What_the_reader_refuses_is_told_in_Welsh()
    {
        var page = await Upload("<html>Log in</html>"u8.ToArray(), Welsh());

        Assert.Contains(
            "Tudalen we yw hon, nid ffeil calendr.",
            page.Document.QuerySelector(".findings")!.TextContent,
            StringComparison.Ordinal
        );
    }

    private static string? Verdict(Page page) => page.Document.QuerySelector("#verdict")?.TextContent.Trim();

    private HttpClient Welsh() => FromHere(site.Visitor("cy"));

    private static HttpClient FromHere(HttpClient visitor)
    {
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return visitor;
    }

    private async Task<Page> Upload(byte[] octets, HttpClient? visitor = null)
    {
        visitor ??= FromHere(site.Visitor());
        using var file = new ByteArrayContent(octets);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/calendar");
        using var form = new MultipartFormDataContent { { file, "file", "export.ics" } };
        return await Page.Read(visitor, await visitor.PostAsync(Address, form, Token));
    }
}
