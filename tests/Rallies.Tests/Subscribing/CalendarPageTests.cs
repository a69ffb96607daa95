using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Speakers;
using Rallies.Tests.Feeds;
using Rallies.Tests.Site;
using Rallies.Web.Feeds;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Subscribing;

/// <summary>Choosing a feed, with nothing but links and GET forms.</summary>
public sealed class CalendarPageTests(CalendarPageTests.Country country) : IClassFixture<CalendarPageTests.Country>
{
    [Theory]
    [InlineData("", "all", "Rallies everywhere")]
    [InlineData("?of=all", "all", "Rallies everywhere")]
    [InlineData("?of=pickets", "pickets", "Picket lines")]
    [InlineData("?day=3rd-june", "3rd-june", "3 June")]
    [InlineData("?day=3rd-June&rally=", "3rd-june", "3 June")]
    [InlineData("?day=3rd-june&rally=leeds", "3rd-june/leeds", "Leeds, 3 June")]
    [InlineData("?town=leeds", "towns/leeds", "Rallies in Leeds")]
    [InlineData("?town=+LEEDS,+England", "towns/leeds", "Rallies in Leeds")]
    [InlineData("?town=goole", "towns/goole", "Rallies in Goole")]
    [InlineData("?region=wales", "regions/wales", "Rallies in Wales")]
    [InlineData("?dispute=humber-cargo", "disputes/humber-cargo", "Port Workers' Union, Humber Cargo")]
    [InlineData("?speaker=asha-patel", "speakers/asha-patel", "Asha Patel: speeches")]
    [InlineData("?speaker=Asha+Patel", "speakers/asha-patel", "Asha Patel: speeches")]
    public async Task Whatever_has_a_feed_can_be_followed(string asked, string path, string name)
    {
        var page = await Page.Open(country.Site.Visitor(), $"/calendar{asked}");

        Assert.Equal(name, page.Document.QuerySelector("#how")?.TextContent);
        Assert.Equal($"http://localhost/calendar/{path}.ics", AddressOn(page));
        Assert.Equal($"webcal://localhost/calendar/{path}.ics", page.Document.QuerySelector(".ways a")?.GetAttribute("href"));
        using var feed = await country.Site.AsksFor($"/calendar/{path}.ics");
        Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
    }

    [Fact]
    public async Task Where_more_is_to_come_than_one_calendar_can_hold_the_page_says_so()
    {
        await using var site = new RalliesSite();
        var dispute = Some.Dispute();
        await site.Holds(dispute);
        var lines = Enumerable.Range(0, 30).Select(_ => Some.Line(dispute.Id, last: new LocalDate(2028, 12, 31))).ToList();
        lines.ForEach(line => line.Confirm(site.Clock.Now));
        await site.Holds([.. lines]);
        await site.Services.GetRequiredService<KeepShifts>().KeepAllAsync(TestContext.Current.CancellationToken);
        await site.TimePasses(Duration.Zero);

        var full = await Page.Open(site.Visitor(), "/calendar?of=pickets");
        var empty = await Page.Open(site.Visitor(), "/calendar?town=leeds");

        Assert.StartsWith(
            "More is to come than one calendar can hold",
            full.Document.QuerySelector("#how + p")?.TextContent,
            StringComparison.Ordinal
        );
        Assert.StartsWith("Nothing stands in it yet", empty.Document.QuerySelector("#how + p")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_page_has_no_feed_made()
    {
        await using var site = new RalliesSite();
        await site.TimePasses(Duration.Zero);

        await Page.Open(site.Visitor(), "/calendar?of=pickets");

        Assert.Null(site.Services.GetRequiredService<FeedShelf>().Find(new FeedKey(new FeedSubject.Pickets(), new FeedQuery())));
    }

    [Fact]
    public async Task What_a_feed_is_sifted_by_stands_in_the_address_and_in_the_form()
    {
        var page = await Page.Open(
            country.Site.Visitor(),
            "/calendar?of=all&type=rally&type=picket&access=step-free,bsl&lang=cy&nonsense=1&cancelled=maybe"
        );

        Assert.Equal("http://localhost/calendar/all.ics?access=bsl,step-free&lang=cy&type=picket,rally", AddressOn(page));
        Assert.Equal(
            ["hidden of=all", "type=rally", "type=picket", "access=step-free", "access=bsl", "lang=cy"],
            Sent(page.Document.QuerySelectorAll<IHtmlInputElement>("section[aria-labelledby=sift] input"))
        );
        Assert.Contains(
            "/calendar?of=pickets&access=bsl,step-free&type=picket,rally&lang=cy",
            page.Document.QuerySelectorAll(".choosing a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal(
            ["hidden access=bsl,step-free", "hidden type=picket,rally", "hidden lang=cy", "town="],
            Sent(page.Document.QuerySelector("#town")!.Closest("form")!.QuerySelectorAll("input").Cast<IHtmlInputElement>())
        );
    }

    [Theory]
    [InlineData("?of=all", "type=rally type=picket access=step-free access=bsl access=children")]
    [InlineData("?town=leeds", "type=rally type=picket access=step-free access=bsl access=children")]
    [InlineData("?day=3rd-june", "access=step-free access=bsl access=children")]
    [InlineData("?speaker=asha-patel", "access=step-free access=bsl access=children")]
    [InlineData("?day=3rd-june&rally=leeds", "")]
    [InlineData("?of=pickets", "")]
    [InlineData("?of=pickets&access=bsl", "access=bsl")]
    public async Task Only_filters_that_make_a_difference_are_offered(string asked, string offered)
    {
        var page = await Page.Open(country.Site.Visitor(), $"/calendar{asked}");

        Assert.Equal(
            offered,
            string.Join(
                ' ',
                page.Document.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").Select(box => $"{box.Name}={box.Value}")
            )
        );
    }

    [Theory]
    [InlineData("?day=4th-june", "We know no day of action called “4th-june”. Choose one of these.")]
    [InlineData("?day=x", "We know no day of action called “x”. Choose one of these.")]
    [InlineData("?day=3rd-june&rally=york", "We know no rally called “york” on that day. Choose a day, then its rally.")]
    [InlineData("?rally=leeds", "We know no rally called “leeds” on that day. Choose a day, then its rally.")]
    [InlineData("?day=3rd-june&rally=hidden", "We know no rally called “hidden” on that day. Choose a day, then its rally.")]
    [InlineData("?town=qqqq", "We know no town called “qqqq”. Try its name alone.")]
    [InlineData("?region=mordor", "We know no region called “mordor”. Choose one from the list.")]
    [InlineData("?dispute=%3Cscript%3E", "We know no dispute called “<script>”. Choose one from the list.")]
    [InlineData("?speaker=Nobody+%00At%0AAll", "We know no speaker called “Nobody At All”. Try the name as it stands in a running order.")]
    [InlineData("?of=bread", "We know nothing called “bread” to follow. Choose one of these.")]
    public async Task What_nobody_knows_is_said_and_no_other_feed_slipped_in(string asked, string sentence)
    {
        var page = await Page.Open(country.Site.Visitor(), $"/calendar{asked}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal([sentence], page.Document.QuerySelectorAll("main [role=status]").Select(n => n.TextContent));
        Assert.Null(page.Document.QuerySelector(".ways"));
        Assert.NotNull(page.Document.QuerySelector("#what"));
        Assert.NotNull(page.Document.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Theory]
    [InlineData("type=strike", "There is no kind of event called “strike”. The calendar below is made without it.", "")]
    [InlineData("type=rally,strike", "There is no kind of event called “strike”. The calendar below is made without it.", "?type=rally")]
    [InlineData("access=bsl&access=lift", "We ask no rally about “lift”. The calendar below is made without it.", "?access=bsl")]
    public async Task A_filter_nobody_knows_is_left_out_and_said(string filter, string sentence, string query)
    {
        var page = await Page.Open(country.Site.Visitor(), $"/calendar?of=all&{filter}");

        Assert.Equal([sentence], page.Document.QuerySelectorAll("main [role=status]").Select(n => n.TextContent));
        Assert.Equal($"http://localhost/calendar/all.ics{query}", AddressOn(page));
    }

    [Theory]
    [InlineData("day")]
    [InlineData("day=3rd-june&rally")]
    [InlineData("town")]
    [InlineData("region")]
    [InlineData("dispute")]
    [InlineData("speaker")]
    [InlineData("of")]
    [InlineData("type")]
    [InlineData("access")]
    [InlineData("lang")]
    public async Task Five_thousand_characters_hurt_nobody(string key)
    {
        foreach (var letter in new[] { "a", ",", "b,", "%F0%9F%8E%BA", "%00", "é" })
        {
            var word = string.Concat(Enumerable.Repeat(letter, 5_000 / letter.Length));
            var page = await Page.Open(country.Site.Visitor(), $"/calendar?{key}={word}");

            Assert.Equal(HttpStatusCode.OK, page.Status);
        }
    }

    [Theory]
    [InlineData("cy", "", "/calendar/all.ics?lang=cy")]
    [InlineData("en-GB", "&lang=cy", "/calendar/all.ics?lang=cy")]
    [InlineData("cy", "&lang=en", "/calendar/all.ics")]
    public async Task The_calendar_speaks_the_language_of_the_page(string browser, string asked, string path)
    {
        var page = await Page.Open(country.Site.Visitor(browser), $"/calendar?of=all{asked}");

        Assert.Equal($"http://localhost{path}", AddressOn(page));
        var isWelsh = path.EndsWith("cy", StringComparison.Ordinal);
        Assert.Equal(isWelsh ? "Ralïau ym mhobman" : "Rallies everywhere", page.Document.QuerySelector("#how")?.TextContent);
        Assert.Equal(isWelsh ? "Yn eich calendr" : "In your calendar", page.Heading);
    }

    [Theory]
    [InlineData("?of=all", false)]
    [InlineData("?of=all&type=speech", true)]
    [InlineData("?day=3rd-june&access=bsl", true)]
    public async Task An_empty_calendar_says_so(string asked, bool isEmpty)
    {
        var page = await country.Site.Visitor().GetStringAsync($"/calendar{asked}", TestContext.Current.CancellationToken);

        Assert.Equal(isEmpty, page.Contains("Nothing stands in it yet.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_sites_are_led_to_and_never_asked()
    {
        var page = await Page.Open(country.Site.Visitor(), "/calendar?day=3rd-june&rally=leeds");

        var away = page.Document.QuerySelectorAll("main a[href^='https:']");
        Assert.Equal(["Google Calendar", "Outlook.com", "Microsoft 365"], away.Select(a => a.TextContent));
        Assert.All(away, a => Assert.Equal("noreferrer", a.GetAttribute("rel")));
        var loaded = page
            .Document.QuerySelectorAll("script, link, img, iframe")
            .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href"));
        Assert.All(loaded, address => Assert.StartsWith("/", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_chosen_lets_its_rallies_be_chosen()
    {
        var page = await Page.Open(country.Site.Visitor(), "/calendar?day=3rd-june&rally=leeds");

        var rallies = (IHtmlSelectElement)page.Document.QuerySelector("#rally")!;
        Assert.Equal(["", "kingston-upon-hull", "leeds"], rallies.Options.Select(o => o.Value));
        Assert.Equal("leeds", rallies.Value);
        Assert.Equal("3rd-june", rallies.Closest("form")!.QuerySelector<IHtmlInputElement>("[name=day]")?.Value);
    }

    private static string? AddressOn(Page page) => page.Document.QuerySelector("#feed-address")?.TextContent;

    private static IEnumerable<string> Sent(IEnumerable<IHtmlInputElement> inputs) =>
        inputs
            .Where(i => i.Type is not ("checkbox" or "radio") || i.IsChecked)
            .Select(i => $"{(i.Type == "hidden" ? "hidden " : "")}{i.Name}={i.Value}");

    /// <summary>Leeds and Hull on 3 June, a rally that is hidden, a dispute and a speaker.</summary>
    public sealed class Country : IAsyncLifetime
    {
        public RalliesSite Site { get; } = new();

        public async ValueTask InitializeAsync()
        {
            var day = Some.Day();
            await Site.Holds(day);
            var hidden = Some.Rally(day, "goole", slug: "hidden");
            hidden.Hide("Spam.", Some.Moment);
            await Site.Holds(
                Some.Rally(day),
                Some.Rally(day, "kingston-upon-hull"),
                hidden,
                Some.Dispute(),
                new Speaker(new Slug("asha-patel"), "Asha Patel", SpeakerRole.Striker, "Depot Workers")
            );
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
