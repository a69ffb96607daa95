using Bunit;
using Rallies.Domain.Counting;
using Rallies.Tests.Live;
using Rallies.Web.Live;
using Rallies.Web.OrganiserConsole.TheCount;

namespace Rallies.Tests.OrganiserConsole;

public sealed class TheCountTests : ConsoleTest
{
    [Theory]
    [InlineData(FigureKind.Counted, 412, 412, 2, "412", "counted at 2 doors")]
    [InlineData(FigureKind.Counted, 412, 412, 1, "412", "counted at 1 door")]
    [InlineData(FigureKind.Estimated, 600, 1800, 0, "600–1,800", "estimated")]
    [InlineData(FigureKind.None, 0, 0, 0, "Not reported", "nobody has counted yet")]
    public void A_figure_says_what_it_rests_on(FigureKind kind, int low, int high, int doors, string figure, string rests)
    {
        var shown = Figures(new(kind, low, high, 0, 0, 0, 0, doors, 0, null)).Find(".count-figure");

        Assert.Equal(figure, shown.QuerySelector("strong")!.TextContent);
        Assert.Equal(rests, shown.QuerySelector("span")!.TextContent);
    }

    [Fact]
    public void Late_taps_are_told()
    {
        var late = Figures(Headcount.Nobody with { Late = 3 }).Find(".notice");

        Assert.Equal("3 taps were made after the counting had closed. They are kept, and move nothing.", late.TextContent);
    }

    [Theory]
    [InlineData("1,200", "", "Miscounted", 1200, 1200)]
    [InlineData("300", "400", "Miscounted", 300, 400)]
    public void A_correction_is_a_number_or_a_range(string low, string high, string reason, int from, int to)
    {
        var form = Correction(low, high, reason);

        Assert.Empty(form.Check());
        Assert.Equal((from, to), form.ToFigures());
    }

    [Theory]
    [InlineData("", "", "Miscounted", "fault.figure")]
    [InlineData("1000001", "", "Miscounted", "fault.figure")]
    [InlineData("400", "300", "Miscounted", "fault.figure-high")]
    [InlineData("400", "many", "Miscounted", "fault.figure-high")]
    [InlineData("400", "", " ", "fault.reason")]
    public void A_correction_needs_figures_and_a_reason(string low, string high, string reason, string fault) =>
        Assert.Equal([fault], Correction(low, high, reason).Check().Select(f => f.Word));

    private static CorrectionForm Correction(string low, string high, string reason) =>
        new()
        {
            Low = low,
            High = high,
            Reason = reason,
        };

    private IRenderedComponent<CountFigures> Figures(Headcount headcount)
    {
        BoardRow row = SomeBoard.Row("leeds", 1) with { Headcount = headcount };
        return Render<CountFigures>(p => p.Add(f => f.Row, row));
    }
}
