using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Tests.Site;
using Rallies.Web.Demo;
using Rallies.Web.Live;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Demo;

public sealed class DemoNightTests
{
    [Fact]
    public async Task Tonight_opens_with_figures_everywhere_but_where_somebody_will_try()
    {
        await using var site = new RalliesSite();
        var board = await Filled(site);

        Assert.InRange(board.Total.Reporting, 200, 230);
        Assert.InRange(board.Total.High, 30_000, 80_000);
        Assert.True(board.Total.Low < board.Total.High);
        Assert.Equal(FigureKind.None, board.Rows["leeds"].Headcount.Kind);
        Assert.Equal(FigureKind.None, board.Rows["cardiff"].Headcount.Kind);
        Assert.Equal(Enum.GetValues<FigureKind>(), board.Rows.Values.Select(r => r.Headcount.Kind).Distinct().Order());
        Assert.All(board.Rows.Values, row => Assert.Equal(board.Version, row.Version));
        Assert.All(board.Rows.Values, row => Assert.InRange(row.Pledged, 1, 400));
    }

    [Fact]
    public async Task Nothing_of_tonight_was_made_before_the_doors_opened_or_after_now()
    {
        await using var site = new RalliesSite();
        await Filled(site);

        await MadeTonight(site);
    }

    [Fact]
    public async Task A_night_that_is_over_is_made_anew_and_leaves_nothing_behind()
    {
        await using var site = new RalliesSite();
        await Filled(site);

        site.Clock.Advance(Duration.FromHours(14));
        await Filled(site);

        await MadeTonight(site);
    }

    private static async Task MadeTonight(RalliesSite site)
    {
        await using var context = await site.Database();
        var taps = await context.Taps.ToListAsync(TestContext.Current.CancellationToken);
        var checkIns = await context.CheckIns.ToListAsync(TestContext.Current.CancellationToken);
        var doors = site.Clock.Now - Duration.FromMinutes(30 + 15 + 120);
        Assert.NotEmpty(taps);
        Assert.NotEmpty(checkIns);
        Assert.All(taps, tap => Assert.InRange(tap.MadeAt, doors, site.Clock.Now));
        Assert.All(checkIns, checkIn => Assert.InRange(checkIn.MadeAt, doors, site.Clock.Now));
    }

    private static async Task<DayBoard> Filled(RalliesSite site)
    {
        await site.Services.GetRequiredService<DemoSite>().FillAsync(TestContext.Current.CancellationToken);
        await using var context = await site.Database();
        var day = await context.Days.SingleAsync(d => d.Slug == DemoSite.Tonight, TestContext.Current.CancellationToken);
        await site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day.Id));
        return site.Services.GetRequiredService<LiveBoard>().Find(DemoSite.Tonight)!;
    }
}
