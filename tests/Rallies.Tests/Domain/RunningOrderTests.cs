using NodaTime;
using Rallies.Domain.Speakers;

namespace Rallies.Tests.Domain;

public sealed class RunningOrderTests
{
    [Fact]
    public void Slots_follow_one_another_from_the_start()
    {
        var order = Of(("Welcome", 5), ("Speech", 10), ("Song", 15));

        Assert.Equal([new(18, 0), new(18, 5), new(18, 15)], order.From(new LocalTime(18, 0)).Select(s => s.Begins));
        Assert.Equal(Duration.FromMinutes(30), order.Lasts);
        Assert.Equal(Duration.FromMinutes(10), order.Over(Duration.FromMinutes(20)));
        Assert.Equal(Duration.Zero, order.Over(Duration.FromHours(2)));
    }

    [Theory]
    [InlineData(0, 2, "BCA")]
    [InlineData(2, 0, "CAB")]
    [InlineData(0, 99, "BCA")]
    [InlineData(2, -7, "CAB")]
    public void A_slot_moves_to_where_another_stood(int from, int to, string expected)
    {
        var order = Of(("A", 5), ("B", 5), ("C", 5));

        Assert.True(order.Move(order.Slots[from].Id, to));

        Assert.Equal(expected, string.Concat(order.Slots.Select(s => s.Title)));
        Assert.Equal([0, 1, 2], order.Slots.Select(s => s.Position));
    }

    [Fact]
    public void Moving_nowhere_or_the_unknown_changes_nothing()
    {
        var order = Of(("A", 5), ("B", 5));

        Assert.False(order.Move(order.Slots[1].Id, 1));
        Assert.False(order.Move(order.Slots[1].Id, 5));
        Assert.False(order.Move(Guid.CreateVersion7(), 0));
        Assert.False(new RunningOrder([]).Move(Guid.CreateVersion7(), 0));
    }

    [Fact]
    public void What_is_taken_out_leaves_no_gap()
    {
        var order = Of(("A", 5), ("B", 5), ("C", 5));

        Assert.Equal("B", order.Remove(order.Slots[1].Id)?.Title);
        Assert.Null(order.Remove(Guid.CreateVersion7()));

        Assert.Equal([("A", 0), ("C", 1)], order.Slots.Select(s => (s.Title, s.Position)));
    }

    private static RunningOrder Of(params (string Title, int Minutes)[] slots) =>
        new(slots.Select((slot, position) => new Slot(1, position, slot.Title, slot.Minutes, null)));
}
