using System.Net;
using System.Net.Http.Headers;
using NodaTime;
using PdfSharp.Drawing;
using Rallies.Storage;
using Rallies.Tests.Counting;
using Rallies.Tests.Site;
using Rallies.Web.Public.Press.Paper;

namespace Rallies.Tests.Press;

public sealed class PressTests : IAsyncLifetime
{
    private const string Address = "/3rd-june/live/press";
    private CountingSite night = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_text_and_paper_tell_the_figures_of_the_counts()
    {
        await SomeAreThere();

        var total = (await night.Counts()).GetProperty("total");
        var (low, high) = (total.GetProperty("low").GetInt32(), total.GetProperty("high").GetInt32());
        var page = await Open();
        var text = await Text();
        var paper = await Paper();

        Assert.Equal((630, 830), (low, high));
        Assert.Equal("630–830", page.Document.QuerySelector("[data-total]")!.TextContent);
        Assert.Contains(
            "\n630–830 people in the squares\n2 of 2 rallies reporting, oldest figure 6 minutes.\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("630–830", paper);
        Assert.Contains("2 of 2 rallies reporting, oldest figure 6 minutes.", paper);
        Assert.Equal(["Leeds|600–800", "Goole|30"], Rows(page, "largest"));
        Assert.Equal(["Counted at the doors|30", "Estimated|600–800"], Rows(page, "kinds"));
    }

    [Fact]
    public async Task Every_row_has_its_kind_and_its_age()
    {
        await SomeAreThere();

        var text = await Text();

        Assert.Contains("- Leeds, England: 600–800, estimated, 6pm (6 min ago)\n", text, StringComparison.Ordinal);
        Assert.Contains("- Goole, England: 30, counted at 1 door, 6.06pm (just now)\n", text, StringComparison.Ordinal);
        Assert.Contains("Figures as at 6.06pm UK time, Saturday 3 June 2028\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "3 June: between 630 and 830 people in the squares, as reported by 2 of 2 rallies at 6.06pm UK time, Saturday 3 June 2028.\n",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Before_anybody_is_counted_it_says_so_and_how_it_will_be_done()
    {
        night.Site.Clock.Now = FakeClock.At("Europe/London", new(2028, 6, 1, 12, 0)).Now;
        await night.Change(_ => { });

        var page = await Open();

        Assert.Null(page.Document.QuerySelector("[data-total]"));
        Assert.Equal(
            [
                "2 rallies are on. Nobody has been counted yet.",
                "The first doors open Sat 3 June, 4pm UK time, and from then on the figures stand here.",
            ],
            page.Document.QuerySelectorAll("[data-fact]").Select(p => p.TextContent)
        );
        Assert.Equal(["method", "more"], Parts(page));
        Assert.Contains("2 rallies are on. Nobody has been counted yet.", await Paper());
    }

    [Fact]
    public async Task With_open_doors_and_no_report_yet_it_names_no_number()
    {
        var page = await Open();

        Assert.Null(page.Document.QuerySelector("[data-total]"));
        Assert.Equal("Nobody has been counted yet.", page.Document.QuerySelector("[data-fact]")!.TextContent);
        Assert.DoesNotContain("people in the squares", await Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_day_the_figures_stand()
    {
        await SomeAreThere();
        night.Site.Clock.Advance(Duration.FromDays(2));
        await night.Change(_ => { });

        var text = await Text();

        Assert.Contains("630–830 people were in the squares\n", text, StringComparison.Ordinal);
        Assert.Contains("The counting is over", text, StringComparison.Ordinal);
        Assert.Contains("counted at 1 door, Sat 3 June, 6.06pm\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rally_called_off_is_named_as_such_and_its_figure_stays_in_the_total()
    {
        using var counted = await night.Taps(CountingSite.Batch(night.In(40)), night.Steward);
        await night.Change(rally => rally.CallOff("Storm.", night.Now));

        var text = await Text();

        Assert.Contains("\n40 people in the squares\n", text, StringComparison.Ordinal);
        Assert.Contains("Called off: Leeds.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("before it was", text, StringComparison.Ordinal);
        Assert.DoesNotContain("- Leeds", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_rally_is_not_named_on_paper_either()
    {
        using var counted = await night.Taps(CountingSite.Batch(night.In(40)), night.Steward);
        await using var context = await night.Site.Database();
        await context.NextVersionAsync(night.Leeds.DayId, Token);
        await night.Change(rally => rally.Hide("It was a hoax.", night.Now));

        var paper = await Paper();

        Assert.DoesNotContain(
            paper,
            line => line.Contains("Leeds", StringComparison.Ordinal) || line.Contains("hoax", StringComparison.Ordinal)
        );
        Assert.Equal(["Nobody has been counted yet.", "0 of 1 rallies reporting, no figures yet."], paper.Skip(5).Take(2));
    }

    [Fact]
    public async Task Where_people_only_checked_themselves_in_nobody_says_how_small_it_is()
    {
        using var leeds = await night.Here(new { id = Guid.CreateVersion7(), with = 2 });

        var page = await Open();

        Assert.Equal(["Leeds|3"], Rows(page, "largest"));
        Assert.DoesNotContain("smallest", Parts(page));
    }

    [Fact]
    public async Task A_rehearsal_says_so_everywhere()
    {
        await night.IsRehearsed();

        Assert.NotNull((await Open()).Document.QuerySelector(".rehearsal"));
        Assert.StartsWith("REHEARSAL.", await Text(), StringComparison.Ordinal);
        Assert.Contains("Rehearsal. These figures are played; nobody is there.", await Paper());
    }

    [Fact]
    public async Task In_a_rehearsal_the_foot_of_every_sheet_says_so_and_is_not_cut()
    {
        await night.IsRehearsed();

        var paper = await Paper();

        var sheets = paper.Count(line => line is [_, '/', _]);
        Assert.NotEqual(0, sheets);
        Assert.Equal(1 + sheets, paper.Count(line => line == "Rehearsal. These figures are played; nobody is there."));
        Assert.Equal(sheets, paper.Count(line => line == "3 June · Figures as at 6pm UK time, Saturday 3 June 2028"));
    }

    [Fact]
    public async Task It_speaks_Welsh_and_prints_Welsh_letters()
    {
        using var counted = await night.Taps(CountingSite.Batch(night.In(40)), night.Steward);
        await night.Change(rally => rally.Describe("Tŵr y Gŵyr a’r ŷd", "", "", null, night.Now));

        var page = await Page.Open(night.Site.Visitor("cy"), Address);
        var paper = string.Concat(await Paper("?lang=cy"));

        Assert.Equal("Ffigurau i’r wasg", page.Document.QuerySelector(".press-kicker")!.TextContent);
        Assert.Contains("Leeds, Tŵr y Gŵyr a’r ŷd", paper, StringComparison.Ordinal);
        Assert.Contains("Ffigurau am 6yh amser y DU", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_a_long_name_ends_before_the_next_column()
    {
        using var counted = await night.Taps(CountingSite.Batch(night.In(40)), night.Steward);
        await night.Change(rally => rally.Describe("On the steps of the old town hall, beside the lions", "", "", null, night.Now));

        var name = Assert.Single(await Paper(), line => line.StartsWith("Leeds, On the steps", StringComparison.Ordinal));

        using var sheet = XGraphics.CreateMeasureContext(new XSize(595, 842), XGraphicsUnit.Point, XPageDirection.Downwards);
        Assert.EndsWith("…", name, StringComparison.Ordinal);
        Assert.InRange(new PaperFace("bold", 9.5).Width(sheet, name), 120, 215 - PaperPen.Left);
    }

    [Fact]
    public async Task The_paper_carries_its_fonts_its_title_and_its_language()
    {
        using var paper = PaperText.Open(await night.Client.GetByteArrayAsync($"{Address}.pdf", Token));

        Assert.Equal("3 June – Figures for the press", paper.Info.Title);
        Assert.Equal("en-GB", paper.Language);
        Assert.Equal(
            3,
            paper.Internals.GetAllObjects().OfType<PdfSharp.Pdf.PdfDictionary>().Count(d => d.Elements.ContainsKey("/FontFile2"))
        );
    }

    [Fact]
    public async Task Many_askers_get_the_same_print()
    {
        await SomeAreThere();

        var prints = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => night.Client.GetByteArrayAsync($"{Address}.pdf", Token)));

        Assert.All(prints, print => Assert.Equal(prints[0], print));
    }

    [Theory]
    [InlineData(".txt", "text/plain")]
    [InlineData(".pdf", "application/pdf")]
    public async Task Text_and_paper_are_kept_for_moments_and_known_by_their_tag(string form, string type)
    {
        using var first = await night.Client.GetAsync(Address + form, Token);
        using var known = await night.Client.SendAsync(Holding(first.Headers.ETag!, Address + form), Token);
        using var head = await night.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Address + form), Token);
        await SomeAreThere();
        using var changed = await night.Client.SendAsync(Holding(first.Headers.ETag!, Address + form), Token);
        using var unknown = await night.Client.GetAsync($"/4th-june/live/press{form}", Token);

        Assert.Equal((type, "public, max-age=5"), (first.Content.Headers.ContentType!.MediaType, first.Headers.CacheControl!.ToString()));
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal((HttpStatusCode.OK, 0), (head.StatusCode, (await head.Content.ReadAsByteArrayAsync(Token)).Length));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task The_board_leads_to_it()
    {
        var board = await Page.Open(night.Site.Visitor(), "/3rd-june/live");

        Assert.Equal("For the press", board.Document.QuerySelector($"a[href=\"{Address}\"]")!.TextContent);
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    // Leeds is estimated, six minutes later Goole is counted.
    private async Task SomeAreThere()
    {
        using var leeds = await night.Taps(CountingSite.Batch(night.Estimate(600, 800)), night.Steward);
        night.Site.Clock.Advance(Duration.FromMinutes(6));
        using var goole = await night.Taps(
            new
            {
                device = Guid.CreateVersion7(),
                door = "Gate",
                rally = "3rd-june/goole",
                taps = new[] { night.In(30) },
            },
            await night.StewardIn("goole")
        );
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (leeds.StatusCode, goole.StatusCode));
    }

    private Task<Page> Open() => Page.Open(night.Site.Visitor(), Address);

    private Task<string> Text() => night.Client.GetStringAsync($"{Address}.txt", Token);

    private async Task<IReadOnlyList<string>> Paper(string query = "")
    {
        using var paper = PaperText.Open(await night.Client.GetByteArrayAsync($"{Address}.pdf{query}", Token));
        return PaperText.Of(paper);
    }

    private static HttpRequestMessage Holding(EntityTagHeaderValue tag, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        return request;
    }

    private static IEnumerable<string> Parts(Page page) =>
        page.Document.QuerySelectorAll("[data-part]").Select(part => part.GetAttribute("data-part")!);

    private static IEnumerable<string> Rows(Page page, string part) =>
        page
            .Document.QuerySelectorAll($"[data-part={(part == "kinds" ? "method" : part)}] tbody tr")
            .Select(row => $"{row.QuerySelector("th span")!.TextContent}|{row.QuerySelector(".figure")!.TextContent}");
}
