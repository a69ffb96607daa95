using Rallies.Domain.Counting;
using Rallies.Web.Demo;
using Rallies.Web.Rehearsing;

namespace Rallies.Tests.Rehearsing;

public sealed class TownScriptTests
{
    private static readonly TimeSpan lasts = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(1)]
    [InlineData(700)]
    [InlineData(60_000)]
    public void Everybody_comes_in_once_and_nobody_goes_who_has_not_come(int people)
    {
        var script = Of(0, people);

        foreach (var door in script.Doors)
        {
            var hereNow = 0;
            foreach (var cue in door)
            {
                hereNow += cue.Kind == TapKind.In ? cue.People : -cue.People;
                Assert.InRange(hereNow, 0, people);
                Assert.InRange(cue.People, 1, Tap.MaxCount);
                Assert.InRange(cue.At, TimeSpan.Zero, lasts);
            }
        }
        Assert.Equal(people, script.Doors.SelectMany(d => d).Where(c => c.Kind == TapKind.In).Sum(c => c.People));
    }

    [Fact]
    public void Half_of_the_evening_comes_in_the_third_about_the_hour()
    {
        var arrivals = Of(0, 10_000).Doors.SelectMany(d => d).Where(c => c.Kind == TapKind.In).ToList();

        var about = arrivals.Where(c => c.At >= lasts * 0.22 && c.At <= lasts * 0.55).Sum(c => c.People);

        Assert.InRange(about, 5_000, 9_500);
    }

    [Fact]
    public void A_town_without_doors_guesses_and_its_guesses_grow()
    {
        var guesses = Assert.Single(Of(2, 900).Doors);

        Assert.Equal([TapKind.Estimate, TapKind.Estimate, TapKind.Estimate], guesses.Select(g => g.Kind));
        Assert.Equal(guesses.Select(g => g.People).Order(), guesses.Select(g => g.People));
    }

    [Fact]
    public void Some_check_themselves_in_and_none_brings_more_than_may_come_without_the_code()
    {
        var checkIns = Of(0, 5_000).CheckIns;

        Assert.NotEmpty(checkIns);
        Assert.All(checkIns, c => Assert.InRange(c.With, 0, CheckIn.MaxWithoutCode));
    }

    private static TownScript Of(int number, int people) => TownScript.Of(number, people, lasts, new Dice("Leeds"));
}
