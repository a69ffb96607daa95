namespace Rallies.Tests.Live;

/// <summary>What holds of every night, however many change, come and miss frames: <see cref="PacedNight"/> looks at every page after every frame.</summary>
public sealed class FramePacingPropertyTests
{
    [Theory]
    [InlineData(5, 1)]
    [InlineData(5, 20)]
    [InlineData(30, 10)]
    [InlineData(60, 3)]
    [InlineData(60, 60)]
    [InlineData(260, 15)]
    [InlineData(260, 200)]
    public void No_page_misses_a_change_goes_back_or_contradicts_itself(int towns, double rate)
    {
        var night = new PacedNight(towns, rate, seed: towns * 7919 + (int)rate);

        for (var part = 0; part < 3; part++)
        {
            night.GoesOnFor(8);
            night.GoesQuietFor(7);
            night.EverybodyHasTheBoard();
        }

        Assert.All(
            night.Frames.Zip(night.Frames.Skip(1)),
            pair => Assert.InRange((pair.Second.At - pair.First.At).TotalSeconds, 0.25, 1_000)
        );
    }

    [Theory]
    [InlineData(8)]
    [InlineData(40)]
    public void Many_changes_in_one_commit_are_no_different(int atOnce)
    {
        var night = new PacedNight(towns: 260, rate: 200, seed: 5, atOnce);

        night.GoesOnFor(20);
        night.GoesQuietFor(7);

        night.EverybodyHasTheBoard();
    }

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(200)]
    public void On_a_busy_night_the_board_flows(double rate)
    {
        var night = new PacedNight(towns: 260, rate, seed: 3);
        night.GoesOnFor(10);
        night.Frames.Clear();
        night.QuietWaits.Clear();

        night.GoesOnFor(20);

        Assert.InRange(night.Frames.Count, 60, 80);
        Assert.All(night.Frames.Zip(night.Frames.Skip(1)), pair => Assert.InRange((pair.Second.At - pair.First.At).TotalSeconds, 0.25, 3));
        Assert.All(night.QuietWaits.Order().Take(night.QuietWaits.Count * 9 / 10), wait => Assert.InRange(wait.TotalSeconds, 0, 0.75));
    }

    [Fact]
    public void A_night_of_260_towns_and_200_check_ins_a_second_fits_its_budget()
    {
        const int Envelope = 60; // SignalR's message around it, or the stream's lines
        var night = new PacedNight(towns: 260, rate: 200, seed: 1);
        night.GoesOnFor(10);
        night.Frames.Clear();
        night.OfOneTown.Clear();

        night.GoesOnFor(20);

        Assert.InRange(night.Frames.Sum(f => f.Frame.Json.Length + Envelope) / 20, 1, 12_000);
        Assert.InRange(night.OfOneTown.Sum(f => f.Json.Length + Envelope) / 20, 1, 1_000);
    }
}
