using System.Net;
using NodaTime;
using Rallies.Domain.Disputes;

namespace Rallies.Tests.Site;

public sealed class PicketPagesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_of_the_coming_days_are_listed_as_people_say_it()
    {
        await using var site = new RalliesSite();
        await Stands(site, Some.Dispute("Humber <Cargo>"), d => Some.Line(d, WeekDays.Monday | WeekDays.Tuesday | WeekDays.Wednesday), 3);

        var page = await site.Visitor().GetStringAsync("/pickets", Token);

        Assert.Contains("Goole: <bdi>Gate 2, Bridge Street</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("Humber &lt;Cargo&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Mon to Wed, 6am to 10am", page, StringComparison.Ordinal);
        Assert.Contains("confirmed 3 days ago", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Mon 5 June</h2>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, new string[0])]
    [InlineData(10, new[] { "England 10", "Wales 1" })]
    public async Task Many_lines_of_a_day_stand_by_region_behind_an_index(int inGoole, string[] index)
    {
        await using var site = new RalliesSite();
        var dispute = Some.Dispute();
        await Stands(site, dispute, d => Some.Line(d, town: "cardiff"), 0);
        var lines = Enumerable.Range(0, inGoole).Select(_ => Some.Line(dispute.Id)).ToList();
        lines.ForEach(line => line.Confirm(site.Clock.Now));
        await site.Holds([.. lines]);

        var page = await Page.Open(site.Visitor(), "/pickets");

        var links = page.Document.QuerySelectorAll(".section nav a");
        Assert.Equal(index, links.Select(link => link.TextContent.Replace('\u00A0', ' ')));
        Assert.All(links, link => Assert.True(page.Document.GetElementById(link.GetAttribute("href")![1..])!.HasAttribute("open")));
        Assert.Equal(inGoole + 1, page.Document.QuerySelectorAll(".rally-list > li").Length);
    }

    [Fact]
    public async Task Doubtful_ones_are_grey_old_ones_gone_and_suspended_ones_struck_through()
    {
        await using var site = new RalliesSite();
        await Stands(site, Some.Dispute("Doubtful"), d => Some.Line(d), 7);
        await Stands(site, Some.Dispute("Forgotten"), d => Some.Line(d), 14);
        await Stands(site, Some.Dispute("Suspended", DisputeStage.Suspended), d => Some.Line(d), 0);
        await Stands(site, Some.Dispute("Settled", DisputeStage.Settled), d => Some.Line(d), 0);

        var page = await site.Visitor().GetStringAsync("/pickets", Token);

        Assert.Contains("rally-list-grey", page, StringComparison.Ordinal);
        Assert.Contains("not confirmed for 7 days", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Forgotten", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Settled", page, StringComparison.Ordinal);
        Assert.Contains("rally-list-off", page, StringComparison.Ordinal);
        Assert.Contains("called off", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_appears_nowhere()
    {
        await using var site = new RalliesSite();
        var leeds = await site.HoldsLeeds();
        await Stands(site, Some.Dispute(proposedBy: leeds.Id), d => Some.Line(d, town: "leeds"), 0);

        Assert.DoesNotContain("Humber Cargo", await site.Visitor().GetStringAsync("/pickets", Token), StringComparison.Ordinal);
        Assert.DoesNotContain("Humber Cargo", await site.Visitor().GetStringAsync("/3rd-june/leeds", Token), StringComparison.Ordinal);
        Assert.Equal("[]", await site.Visitor().GetStringAsync("/api/v1/pickets", Token));
        using var page = await site.Visitor().GetAsync("/disputes/humber-cargo", Token);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task Town_and_day_stand_in_the_address()
    {
        await using var site = new RalliesSite();
        await Stands(site, Some.Dispute("Goole Docks"), d => Some.Line(d, WeekDays.Friday), 0);
        await Stands(site, Some.Dispute("Leeds Buses"), d => Some.Line(d, WeekDays.Saturday, town: "leeds"), 0);

        var near = await site.Visitor().GetStringAsync("/pickets?town=Goole", Token);
        Assert.Contains("Nearest to Goole", near, StringComparison.Ordinal);
        Assert.True(near.IndexOf("Goole Docks", StringComparison.Ordinal) < near.IndexOf("Leeds Buses", StringComparison.Ordinal));

        var friday = await site.Visitor().GetStringAsync("/pickets?day=2028-06-02", Token);
        Assert.Contains("Goole Docks", friday, StringComparison.Ordinal);
        Assert.DoesNotContain("Leeds Buses", friday, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pickets", "No picket line stands in the coming days")]
    [InlineData("/pickets?town=%3Cscript%3E&day=soon", "We know no town called")]
    [InlineData("/pickets?day=2028-06-02", "No picket line stands that day")]
    [InlineData("/pickets?lang=cy", "Does dim llinell biced")]
    public async Task Nothing_found_is_said(string address, string sentence)
    {
        await using var site = new RalliesSite();

        var page = await site.Visitor().GetStringAsync(address, Token);

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispute_tells_its_source_its_fund_and_its_lines()
    {
        await using var site = new RalliesSite();
        var dispute = Some.Dispute();
        dispute.Describe("<b>Nights</b> paid.", "Bring tea.", "https://example.org/fund", "https://example.org/sign", Some.Moment);
        await Stands(site, dispute, d => Some.Line(d), 0);

        var page = await site.Visitor().GetStringAsync("/disputes/humber-cargo", Token);

        Assert.Contains("&lt;b&gt;Nights&lt;/b&gt; paid.", page, StringComparison.Ordinal);
        foreach (var link in new[] { "https://example.org/humber-cargo", "https://example.org/fund", "https://example.org/sign" })
            Assert.Contains($"href=\"{link}\"", page, StringComparison.Ordinal);
        Assert.Contains("Bring tea.", page, StringComparison.Ordinal);
        Assert.Contains("every day, 6am to 10am", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rally_shows_picket_lines_near_it_alone()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        await Stands(site, Some.Dispute("Goole Docks"), d => Some.Line(d), 0);
        await Stands(site, Some.Dispute("Cardiff Buses"), d => Some.Line(d, town: "cardiff"), 0);

        var page = await site.Visitor().GetStringAsync("/3rd-june/leeds", Token);

        Assert.Contains("Goole Docks", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cardiff Buses", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_lists_every_stand_by_day_and_by_nearness()
    {
        await using var site = new RalliesSite();
        await Stands(site, Some.Dispute("Goole Docks"), d => Some.Line(d, WeekDays.Friday), 8);
        await Stands(site, Some.Dispute("Leeds Buses", DisputeStage.Suspended), d => Some.Line(d, town: "leeds"), 0);
        var visitor = site.Visitor();

        var friday = await visitor.GetStringAsync("/api/v1/pickets?day=2028-06-02&near=53.7,-0.87", Token);
        Assert.Matches(
            "^\\[\\{\"dispute\":\"goole-docks\",.*\"from\":\"2028-06-02T06:00:00\\+01:00\".*\"status\":\"unconfirmed\".*\"dispute\":\"leeds-buses\".*\"status\":\"cancelled\"",
            friday
        );
        Assert.Equal(2, friday.Split("\"union\"").Length - 1);

        foreach (
            var (query, status) in new[]
            {
                ("near=1", 400),
                ("near=91,0", 400),
                ("day=soon%20", 400),
                ("day=2028-02-30", 400),
                ("day=mayday", 404),
            }
        )
        {
            using var bad = await visitor.GetAsync($"/api/v1/pickets?{query}", Token);
            Assert.Equal((query, status), (query, (int)bad.StatusCode));
            Assert.Equal("application/problem+json", bad.Content.Headers.ContentType!.MediaType);
        }
    }

    private static async Task Stands(RalliesSite site, Dispute dispute, Func<int, PicketLine> line, int unconfirmedDays)
    {
        await site.Holds(dispute);
        var stands = line(dispute.Id);
        stands.Confirm(site.Clock.Now - Duration.FromDays(unconfirmedDays));
        await site.Holds(stands);
    }
}
