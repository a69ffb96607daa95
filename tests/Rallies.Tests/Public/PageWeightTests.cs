using Microsoft.Extensions.DependencyInjection;
using Rallies.Tests.Site;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Public;

/// <summary>What a cold phone transfers for a page, compressed, the fonts of every script included.</summary>
public sealed class PageWeightTests
{
    private const int MostBytes = 100_000;
    private static readonly string[] towns = ["leeds", "bradford", "wakefield", "harrogate", "york", "goole"];

    [Theory]
    [InlineData(1)]
    [InlineData(3)] // on the night it follows its figure
    public async Task A_rally_weighs_less_than_a_hundred_kilobytes(int date)
    {
        await using var site = new RalliesSite();
        site.Clock.Now = FakeClock.At("Europe/London", new(2028, 6, date, 18, 0)).Now;
        var day = Some.Day();
        await site.Holds(day);
        await site.Holds([.. towns.Select(town => (object)Some.Rally(day, town))]);
        await site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day.Id));

        var weights = await Weight.Of(site.Visitor(), "/3rd-june/leeds");

        Assert.Contains(weights, w => w.Key.EndsWith(".woff2", StringComparison.Ordinal));
        Assert.Contains(weights, w => w.Key.EndsWith(".js", StringComparison.Ordinal));
        Assert.Equal(date == 3, weights.Keys.Any(k => k.Contains("/town.", StringComparison.Ordinal)));
        Assert.True(weights.Values.Sum() < MostBytes, string.Join('\n', weights.Select(w => $"{w.Value, 7} {w.Key}")));
    }
}
