using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Domain.Disputes;
using Rallies.Tests.Site;
using Rallies.Web.OrganiserConsole.Disputes;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Tests.OrganiserConsole;

public sealed class DisputeTests : ConsoleTest
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void A_dispute_is_suspended_only_after_saying_how_many_picket_lines_rest()
    {
        DisputeStage? reached = null;
        var editor = Render<StageEditor>(p =>
            p.Add(e => e.Stage, DisputeStage.Action)
                .Add(e => e.Lines, 3)
                .Add(
                    e => e.OnReach,
                    stage =>
                    {
                        reached = stage;
                        return Task.FromResult(Change.Made);
                    }
                )
        );

        editor.FindAll("button").First(b => b.TextContent == "Suspend it").Click();
        Assert.Null(reached);
        Assert.StartsWith("3 picket lines rest at once.", editor.Find("dialog form p").TextContent, StringComparison.Ordinal);
        editor.Find("dialog form").Submit();

        Assert.Equal(DisputeStage.Suspended, reached);
    }

    [Fact]
    public void A_dispute_needs_a_source_that_can_be_opened()
    {
        DisputeForm form = new()
        {
            Union = "RMT",
            Employer = "Northern Ferries",
            Source = "javascript:alert(1)",
        };

        Assert.Equal(["fault.source"], form.Check().Select(f => f.Word));
    }

    [Fact]
    public void A_picket_line_ends_later_than_it_starts_and_stands_on_some_day()
    {
        LineForm form = new()
        {
            Town = Some.Town("leeds"),
            Gate = "Depot",
            Days = WeekDays.None,
            From = "10:00",
            To = "07:00",
            First = "2028-06-05",
            Last = "2028-06-01",
        };

        Assert.Equal(["fault.week-days", "fault.ends-later", "fault.last-day"], form.Check().Select(f => f.Word));
    }

    [Fact]
    public async Task A_proposal_waits_until_an_admin_accepts_it()
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);
        var keep = site.Services.GetRequiredService<KeepDisputes>();
        var reads = site.Services.GetRequiredService<DisputeReads>();
        DisputeForm form = new()
        {
            Union = "RMT",
            Employer = "Northern Ferries",
            Source = "https://union.example/strike",
        };

        var id = await keep.EnterAsync(links.Of("owner"), links.Leeds.Id, form.ToDispute(), Cancellation);
        var waiting = await reads.FindAsync(links.Of("admin"), "northern-ferries", Cancellation);
        await keep.AcceptAsync(links.Of("admin"), id!.Value, Cancellation);

        Assert.Equal((true, "Leeds"), (waiting!.IsWaiting, waiting.ProposedIn));
        Assert.Null(await reads.AllAsync(links.Of("owner"), Cancellation));
        Assert.Equal(
            [("northern-ferries", false)],
            (await reads.AllAsync(links.Of("admin"), Cancellation))!.Select(d => (d.Slug, d.IsWaiting))
        );
    }

    [Fact]
    public async Task An_admin_puts_a_disputes_words_right_and_its_address_stays()
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);
        var keep = site.Services.GetRequiredService<KeepDisputes>();
        DisputeForm form = new()
        {
            Union = "RMT",
            Employer = "Northern Feries",
            Source = "https://union.example/strike",
        };
        var id = await keep.EnterAsync(links.Of("admin"), null, form.ToDispute(), Cancellation);

        var better = form with { Employer = "Northern Ferries", Demands = "Two crews" };
        Assert.Equal(Change.NotAllowed, await keep.DescribeAsync(links.Of("owner"), id!.Value, better.ToDispute(), Cancellation));
        Assert.Equal(Change.Made, await keep.DescribeAsync(links.Of("admin"), id.Value, better.ToDispute(), Cancellation));

        var reads = site.Services.GetRequiredService<DisputeReads>();
        var read = await reads.FindAsync(links.Of("admin"), "northern-feries", Cancellation);
        Assert.Equal(better, DisputeForm.Of(read!.Dispute));
    }
}
