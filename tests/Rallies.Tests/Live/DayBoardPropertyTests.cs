using FsCheck;
using FsCheck.Fluent;

namespace Rallies.Tests.Live;

public sealed class DayBoardPropertyTests
{
    private static readonly string[] towns = ["leeds", "goole", "hull", "york"];

    private static readonly Gen<(string Town, int People, bool IsGone)[]> changes =
        from count in Gen.Choose(1, 4)
        from change in Gen.ArrayOf(
            from town in Gen.Elements(towns)
            from people in Gen.Choose(0, 500)
            from gone in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (town, people, gone),
            count
        )
        select change;

    [Fact]
    public void The_range_carried_from_change_to_change_is_the_sum_of_the_rows() =>
        Prop.ForAll(
                Gen.ArrayOf(changes).ToArbitrary(),
                night =>
                {
                    var board = SomeBoard.Day(1, SomeBoard.Row("leeds", 1, 7));
                    foreach (var (n, change) in night.Index())
                    {
                        board = board.With(
                            new(
                                board.Day,
                                n + 2,
                                [
                                    .. change
                                        .Where(c => !c.IsGone)
                                        .DistinctBy(c => c.Town)
                                        .Select(c => SomeBoard.Row(c.Town, n + 2, c.People)),
                                ],
                                [.. change.Where(c => c.IsGone).Select(c => c.Town)]
                            )
                        );
                        if ((board.Sources.Low, board.Sources.High) != (board.Total.Low, board.Total.High))
                            return false;
                    }
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();
}
