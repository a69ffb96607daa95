using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Tests.Site;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Starting;

public sealed class StartAddressTests
{
    [Theory]
    [InlineData("/3rd-june", "/3rd-june/start")]
    [InlineData("/3rd-june/goole", "/3rd-june/start")]
    [InlineData("/3rd-june/live", "/3rd-june/start")]
    [InlineData("/may-day", "/may-day/start")]
    [InlineData("/", "/start")]
    [InlineData("/pickets", "/start")]
    [InlineData("/no-such-day/goole", "/start")]
    public async Task Start_a_rally_leads_from_a_day_s_pages_to_that_day(string page, string start)
    {
        await using var site = await Site();

        Assert.Equal([start, start, start], await Links(site, page));
    }

    [Theory]
    [InlineData("/3rd-june")]
    [InlineData("/3rd-june/goole")]
    public async Task Once_the_day_is_over_it_leads_to_the_choice_of_days(string page)
    {
        await using var site = await Site();

        site.Clock.Now = Instant.FromUtc(2028, 6, 5, 12, 0);
        await Told(site);

        Assert.Equal(["/start", "/start", "/start"], await Links(site, page));
    }

    private static async Task<RalliesSite> Site()
    {
        var site = new RalliesSite();
        var (third, first) = (Some.Day(), Some.Day("may-day", "May Day", new LocalDate(2029, 5, 1)));
        await site.Holds(third, first);
        await site.Holds(Some.Rally(third, "goole"));
        await Told(site);
        return site;
    }

    /// <summary>The board looks at every day anew.</summary>
    private static async Task Told(RalliesSite site)
    {
        await using var context = await site.Database();
        foreach (var day in await context.Days.Select(d => d.Id).ToListAsync(TestContext.Current.CancellationToken))
            await site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day));
    }

    /// <summary>In the wide masthead, the narrow one and the foot.</summary>
    private static async Task<IEnumerable<string?>> Links(RalliesSite site, string page) =>
        (await Page.Open(site.Visitor(), page))
            .Document.QuerySelectorAll(".masthead-wide a, .masthead-narrow a, .footer a")
            .Where(a => a.TextContent is "Start a rally")
            .Select(a => a.GetAttribute("href"));
}
