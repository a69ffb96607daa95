using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Web.Layout;
using Rallies.Web.Public.Find;
using Rallies.Web.Public.InTown;
using Rallies.Web.Public.Lists;
using Rallies.Web.Words;

namespace Rallies.Tests.Public;

public sealed class ComponentTests : BunitContext
{
    public ComponentTests()
    {
        Services.AddLocalization();
        Services.AddSingleton<Said>();
    }

    [Fact]
    public void A_row_says_place_time_and_access()
    {
        var row = Render<RallyItem>(p =>
            p.Add(r => r.Rally, Some.ListedRally() with { StepFree = AccessFact.Yes })
                .Add(r => r.Now, Some.Moment)
                .Add(r => r.KnownDate, new LocalDate(2028, 6, 3))
                .Add(r => r.Figure, "9 miles")
        );

        Assert.Equal("Leeds", row.Find(".rally-list-name").TextContent);
        Assert.Equal("9 miles", row.Find(".rally-list-figure").TextContent);
        Assert.Equal(["Victoria Gardens ", "6pm ", "step-free "], row.FindAll(".rally-list-facts > span").Select(s => s.TextContent));
    }

    [Fact]
    public void A_row_of_a_rally_called_off_says_nothing_else()
    {
        var row = Render<RallyItem>(p =>
            p.Add(r => r.Rally, Some.ListedRally() with { Status = RallyStatus.Cancelled }).Add(r => r.Now, Some.Moment)
        );

        Assert.Equal(["called off "], row.FindAll(".rally-list-facts > span").Select(s => s.TextContent));
        Assert.Contains("rally-list-off", row.Find("li").ClassList);
    }

    [Fact]
    public void What_nobody_has_said_about_access_is_not_known()
    {
        var facts = Render<AccessFacts>(p => p.Add(f => f.Access, new Access { StepFree = AccessFact.Yes, Toilets = AccessFact.No }));

        Assert.Equal(8, facts.FindAll("dt").Count);
        Assert.Equal("yes", facts.Find(".facts-yes").TextContent);
        Assert.Equal("no", facts.Find(".facts-no").TextContent);
        Assert.Equal(6, facts.FindAll(".facts-unknown").Count);
        Assert.All(facts.FindAll(".facts-unknown"), fact => Assert.Equal("not known", fact.TextContent));
    }

    [Theory]
    [InlineData(12, 4, 17, "12 days 4 hours")]
    [InlineData(0, 1, 1, "1 hour 1 minute")]
    public void A_countdown_says_its_two_largest_parts(int days, int hours, int minutes, string said)
    {
        var countdown = Render<Countdown>(p =>
            p.Add(c => c.Now, Some.Moment)
                .Add(c => c.Until, Some.Moment + Duration.FromDays(days) + Duration.FromHours(hours) + Duration.FromMinutes(minutes))
        );

        Assert.Equal(said, string.Join(' ', countdown.FindAll(".countdown > span:not([hidden])").Select(s => s.Text().Trim())));
    }

    [Fact]
    public void A_countdown_goes_when_the_hour_strikes() =>
        Assert.Empty(Render<Countdown>(p => p.Add(c => c.Now, Some.Moment).Add(c => c.Until, Some.Moment)).Markup.Trim());

    [Theory]
    [InlineData("Leeds", "fit-25")]
    [InlineData("Wolverhampton", "fit-66")]
    [InlineData("Newcastle upon Tyne", "fit-54")]
    [InlineData("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "fit")]
    [InlineData("", "fit-25")]
    [InlineData("\ud83c", "fit-25")]
    public void Lettering_fills_its_board(string town, string size) => Assert.Equal(size, Lettering.FitWord(town));
}
