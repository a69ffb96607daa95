using Rallies.Web.Rehearsing;

namespace Rallies.Tests.Rehearsing;

public sealed class RehearsalMarkTests
{
    [Fact]
    public void A_played_id_is_a_UUID_of_version_8_that_says_what_it_is()
    {
        var id = RehearsalMark.NewId();

        Assert.Equal(8, id.Version);
        Assert.InRange(id.Variant, 8, 11); // RFC 9562 §4.1
        Assert.True(RehearsalMark.IsOn(id));
    }

    [Fact]
    public void No_two_are_the_same() =>
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => RehearsalMark.NewId()).Distinct().Count());

    [Fact]
    public void Nobody_elses_id_is_taken_for_one() => Assert.False(RehearsalMark.IsOn(Guid.CreateVersion7()));
}
