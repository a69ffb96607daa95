using System.Collections.Immutable;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Web.Api;
using Rallies.Web.Live;

namespace Rallies.Tests.Api;

public sealed class CrowdTableTests
{
    // As the Crowd Counting Consortium's own compiler has it: the mean is whole, halves go to the even number, the category is the mean's.
    [Theory]
    [InlineData(0, 0, "0,0,0,1")]
    [InlineData(5, 5, "5,5,5,1")]
    [InlineData(98, 99, "98,99,98,1")]
    [InlineData(99, 100, "99,100,100,2")]
    [InlineData(600, 800, "600,800,700,2")]
    [InlineData(999, 1000, "999,1000,1000,3")]
    [InlineData(9_000, 10_998, "9000,10998,9999,3")]
    [InlineData(9_999, 10_000, "9999,10000,10000,4")]
    public void Sizes_are_those_of_who_count_crowds(int low, int high, string sizes) =>
        Assert.Contains($",estimated,{sizes},", Table(FigureKind.Estimated, low, high), StringComparison.Ordinal);

    [Fact]
    public void Where_nobody_has_counted_the_size_is_unknown_and_not_nought() =>
        Assert.Contains(",none,,,,0,", Table(FigureKind.None, 0, 0), StringComparison.Ordinal);

    private static string Table(FigureKind kind, int low, int high)
    {
        var headcount = Headcount.Nobody with { Kind = kind, Low = low, High = high };
        var starts = new LocalDateTime(2028, 6, 3, 18, 0).WithOffset(Offset.FromHours(1));
        var row = new BoardRow("leeds", 1, RallyStatus.Confirmed, starts, true, true, false, false, headcount, 0, null);
        var places = ImmutableDictionary<string, RallyTown>.Empty.Add("leeds", new RallyTown(Some.Town("leeds")));
        return CrowdTable.Of(new DayBoard("3rd-june", 1, [row]), places);
    }
}
