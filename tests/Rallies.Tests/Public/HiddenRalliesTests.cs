using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Tests.Site;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Public;

public sealed class HiddenRalliesTests
{
    [Fact]
    public async Task A_hidden_rally_is_on_no_page_and_in_no_answer()
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        await site.Holds(day);
        var hidden = Some.Rally(day, "goole", place: "A place nobody must see");
        hidden.Describe("A name nobody must see", "Nobody", "Words nobody must see", null, Some.Moment);
        hidden.Hide("It was a hoax", Some.Moment);
        await site.Holds(hidden, Some.Rally(day, "leeds"));
        await site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day.Id));
        var visitor = site.Visitor();

        foreach (
            var address in new[]
            {
                "/",
                "/?town=goole",
                "/3rd-june",
                "/3rd-june?town=goole",
                "/3rd-june/leeds",
                "/3rd-june/live",
                "/3rd-june/live?screen=1",
                "/3rd-june/live/press",
                "/3rd-june/live/press.txt",
                "/embed/3rd-june",
                "/api/v1/days",
                "/api/v1/days/3rd-june/counts",
                "/api/v1/days/3rd-june/counts.csv",
                "/api/v1/days/3rd-june/rallies",
                "/api/v1/days/3rd-june/rallies?near=53.7,-0.87",
            }
        )
        {
            var body = await visitor.GetStringAsync(address, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("nobody must see", body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("3rd-june/goole", body, StringComparison.Ordinal);
            Assert.DoesNotContain("hoax", body, StringComparison.Ordinal);
            Assert.DoesNotContain("2 rallies", body, StringComparison.Ordinal);
        }
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync("/3rd-june/goole", TestContext.Current.CancellationToken)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync("/api/v1/days/3rd-june/rallies/goole", TestContext.Current.CancellationToken)).StatusCode
        );
    }
}
