using System.Net;
using NodaTime;
using Rallies.Domain;
using Rallies.Tests.Site;

namespace Rallies.Tests.Public;

public sealed class RallyPageTests
{
    [Theory]
    [InlineData(1, 12, 0, "Sat 3 June, 6pm", "/3rd-june/leeds/pledge", "/3rd-june/leeds/here")]
    [InlineData(3, 16, 59, "Today, 6pm", "/3rd-june/leeds/pledge", "/3rd-june/leeds/here")]
    [InlineData(3, 17, 0, "in 1 hour", "/3rd-june/leeds/here", null)]
    [InlineData(3, 18, 30, "on now", "/3rd-june/leeds/here", null)]
    [InlineData(3, 21, 59, "until 8pm, UK time", "/3rd-june/leeds/here", "/3rd-june/leeds/pledge")]
    [InlineData(3, 22, 0, "This rally is over", null, "/3rd-june/leeds/here")]
    public async Task The_hour_decides_what_there_is_to_do(int date, int hour, int minute, string said, string? offered, string? notOffered)
    {
        await using var site = new RalliesSite();
        await Given(site, _ => { });
        site.Clock.Now = FakeClock.At("Europe/London", new LocalDateTime(2028, 6, date, hour, minute)).Now;

        var html = await Leeds(site);

        Assert.Contains(said, html, StringComparison.Ordinal);
        if (offered is not null)
            Assert.Contains($"href=\"{offered}\"", html, StringComparison.Ordinal);
        if (notOffered is not null)
            Assert.DoesNotContain($"href=\"{notOffered}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_still_to_be_confirmed_is_said_plainly()
    {
        await using var site = new RalliesSite();
        await Given(site, rally => rally.MeetAt(null, Some.Moment));

        var html = await Leeds(site);

        Assert.Contains("place to be confirmed", html, StringComparison.Ordinal);
        Assert.Contains("Somewhere in Leeds", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rally_called_off_says_why_and_names_the_nearest_other()
    {
        await using var site = new RalliesSite();
        await Given(site, rally => rally.CallOff("The square is closed for works.", Some.Moment));

        var html = await Leeds(site);

        Assert.Contains("This rally is called off", html, StringComparison.Ordinal);
        Assert.Contains("The square is closed for works.", html, StringComparison.Ordinal);
        Assert.Contains("Nearest:", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/3rd-june/bradford\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/pledge", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postponed_rally_offers_nothing_to_come_to()
    {
        await using var site = new RalliesSite();
        await Given(site, rally => rally.Postpone(Some.Moment));

        var html = await Leeds(site);

        Assert.Contains("This rally is postponed", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/pledge", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_called_off_takes_its_rallies_along()
    {
        await using var site = new RalliesSite();
        await Given(site, _ => { }, day => day.CallOff(Some.Moment));

        var html = await Leeds(site);

        Assert.Contains("The whole day is called off", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/pledge", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_write_is_text_in_any_script_and_never_markup()
    {
        await using var site = new RalliesSite();
        await Given(
            site,
            rally =>
            {
                rally.MeetAt(new MeetingPoint("<img src=x onerror=alert(1)> 🎺", "خلف المكتبة", null), Some.Moment);
                rally.Describe("\"><script>alert(1)</script>", "مجلس النقابات", "<b>bold</b>\n\u202Eesrever", null, Some.Moment);
            }
        );

        foreach (var address in new[] { "/3rd-june/leeds", "/3rd-june", "/3rd-june?town=leeds", "/?town=leeds" })
        {
            var html = await site.Visitor().GetStringAsync(address, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>bold", html, StringComparison.Ordinal);
        }
        var text = WebUtility.HtmlDecode(await Leeds(site));
        Assert.Contains("مجلس النقابات", text, StringComparison.Ordinal);
        Assert.Contains("🎺", text, StringComparison.Ordinal);
    }

    private static async Task Given(RalliesSite site, Action<Rally> leeds, Action<DayOfAction>? change = null)
    {
        var day = Some.Day();
        change?.Invoke(day);
        await site.Holds(day);
        var rally = Some.Rally(day);
        leeds(rally);
        await site.Holds(rally, Some.Rally(day, "bradford"));
    }

    private static Task<string> Leeds(RalliesSite site) =>
        site.Visitor().GetStringAsync("/3rd-june/leeds", TestContext.Current.CancellationToken);
}
