using Rallies.Domain.Merging;

namespace Rallies.Tests.Domain;

public sealed class MergesTests
{
    // 1 and 4 became part of 2, and 2 part of 3; 5 is part of 6.
    private readonly Merges merges = new(
        new Dictionary<int, int>
        {
            [1] = 2,
            [4] = 2,
            [2] = 3,
            [5] = 6,
        }
    );

    [Theory]
    [InlineData(1, 3)]
    [InlineData(4, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(5, 6)]
    [InlineData(7, 7)]
    public void People_are_sent_to_the_last_of_a_chain(int rally, int survivor) => Assert.Equal(survivor, merges.SurvivorOf(rally));

    [Fact]
    public void A_rally_s_parts_are_itself_and_all_that_lead_to_it()
    {
        Assert.Equal([1, 2, 3, 4], merges.PartsOf(3).Order());
        Assert.Equal([1, 2, 4], merges.PartsOf(2).Order());
        Assert.Equal([1], merges.PartsOf(1));
        Assert.Equal([7], merges.PartsOf(7));
    }
}
