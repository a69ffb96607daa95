using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Web.Live;

namespace Rallies.Tests.Live;

/// <summary>What public-interface says of <c>total</c>: the sum of the rows, nothing projected, no gap filled.</summary>
public sealed class BoardTotalTests
{
    private static readonly Instant six = Instant.FromUtc(2028, 6, 3, 17, 0);

    [Fact]
    public void The_total_is_the_sum_of_the_rows_and_its_peak_that_of_their_peaks()
    {
        var total = BoardTotal.Of([
            Row("leeds", new(FigureKind.Counted, 400, 400, 430, 380, 400, 60, 2, 0, six)) with
            {
                Pledged = 700,
            },
            Row("goole", new(FigureKind.Estimated, 60, 80, 0, 0, 0, 12, 0, 0, six)) with
            {
                Pledged = 30,
            },
        ]);

        Assert.Equal(new BoardTotal(460, 480, 430, 380, 400, 72, 730, 2, 2, six), total);
    }

    [Fact]
    public void A_rally_called_off_is_not_live_and_one_whose_doors_are_closed_has_not_begun()
    {
        var total = BoardTotal.Of([
            Row("leeds", Counted(5, six)),
            Row("goole", Counted(7, six)) with
            {
                Status = RallyStatus.Cancelled,
            },
            Row("hull", Headcount.Nobody) with
            {
                HasOpened = false,
            },
        ]);

        Assert.Equal((1, 1), (total.Live, total.Reporting));
    }

    [Fact]
    public void Whoever_has_not_reported_is_live_and_not_reporting()
    {
        var total = BoardTotal.Of([Row("leeds", Counted(5, six)), Row("goole", Headcount.Nobody)]);

        Assert.Equal((2, 1), (total.Live, total.Reporting));
    }

    [Fact]
    public void The_oldest_is_the_earliest_of_those_who_report_and_of_nobody_else()
    {
        var total = BoardTotal.Of([
            Row("leeds", Counted(5, six + Duration.FromMinutes(9))),
            Row("hull", Counted(5, six + Duration.FromMinutes(4))),
            Row("goole", Counted(7, six)) with
            {
                Status = RallyStatus.Cancelled,
            },
        ]);

        Assert.Equal(six + Duration.FromMinutes(4), total.Oldest);
        Assert.Null(BoardTotal.Of([Row("goole", Headcount.Nobody)]).Oldest);
    }

    private static BoardRow Row(string town, Headcount count) => SomeBoard.Row(town, 1) with { Headcount = count };

    private static Headcount Counted(int people, Instant asOf) =>
        new(FigureKind.Counted, people, people, people, people, people, 0, 1, 0, asOf);
}
