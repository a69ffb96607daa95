using Bunit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Tests.Live;
using Rallies.Web.Public.Boards;
using Rallies.Web.Words;

namespace Rallies.Tests.Boards;

public sealed class BoardComponentTests : BunitContext
{
    private static readonly Instant now = Instant.FromUtc(2028, 6, 3, 17, 46);

    public BoardComponentTests()
    {
        Services.AddLocalization();
        Services.AddSingleton<Said>();
        Services.AddSingleton<FigureWords>();
        Services.AddSingleton<Reported>();
    }

    [Fact]
    public void A_count_at_doors_says_doors_age_and_what_is_not_attendance()
    {
        var row = Row(
            new(FigureKind.Counted, 412, 412, 430, 398, 412, 60, 2, 0, now - Duration.FromMinutes(4)),
            pledged: 700,
            capacity: 500
        );

        Assert.Equal("412", row.Find("[data-cell=people]").TextContent);
        Assert.Equal("counted at 2 doors", row.Find("td[data-cell=kind]").TextContent);
        Assert.Equal("4 min ago", row.Find("td > time").TextContent);
        Assert.Equal(["Here now 398", "Came in 430", "Doors 2", "Checked in 60", "Said they’d come 700", "Room for 500"], Opened(row));
    }

    [Theory]
    [InlineData("118,220", null)]
    [InlineData("44,607–49,927", null)]
    [InlineData("98,004–102,345", "figure-long")]
    [InlineData("102,345–118,220", "figure-long")]
    [InlineData("998,004–1,002,345", "figure-longest")]
    [InlineData("1,002,345–1,118,220", "figure-longest")]
    public void A_range_from_a_hundred_thousand_on_is_lettered_smaller(string range, string? look)
    {
        Assert.Equal(look, Reported.Look(range));
    }

    [Fact]
    public void An_estimate_keeps_its_range_and_says_nothing_of_doors()
    {
        var row = Row(new(FigureKind.Estimated, 600, 800, 0, 0, 0, 12, 0, 0, now), pledged: 0, capacity: null);

        Assert.Equal("600–800", row.Find("[data-cell=people]").TextContent);
        Assert.Equal("just now", row.Find("td > time").TextContent);
        Assert.Equal(["Checked in 12", "Said they’d come 0"], Opened(row));
        Assert.Equal(["Checked in", "Said they’d come", "Meeting at"], row.FindAll("dt").Select(word => word.TextContent));
    }

    [Fact]
    public void Who_has_not_reported_is_not_nought()
    {
        var row = Row(Headcount.Nobody, pledged: 40, capacity: null);

        Assert.Equal("–", row.Find("[data-cell=people]").TextContent);
        Assert.Equal("not reported", row.Find("td[data-cell=kind]").TextContent);
        Assert.Equal("", row.Find("td > time").TextContent);
    }

    private IRenderedComponent<TallyRow> Row(Headcount count, int pledged, int? capacity)
    {
        var figures = SomeBoard.Row("leeds", 1) with { Headcount = count, Pledged = pledged, Capacity = capacity };
        return Render<TallyRow>(p =>
            p.Add(r => r.Day, "3rd-june").Add(r => r.Line, new BoardLine(Some.ListedRally(), figures)).Add(r => r.Now, now)
        );
    }

    private static IEnumerable<string> Opened(IRenderedComponent<TallyRow> row) =>
        row.FindAll("[data-number]").Select(n => $"{n.PreviousElementSibling!.TextContent} {n.TextContent}");
}
