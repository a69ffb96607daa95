using NodaTime;
using Rallies.Domain.Speakers;

namespace Rallies.Tests.Domain;

/// <summary>A rally from six to eight: Amina and Ben five minutes each, the choir ten, Cerys five.</summary>
public sealed class ProceedingsTests
{
    private static readonly Instant six = Instant.FromUtc(2028, 6, 3, 17, 0);
    private static readonly Interval hours = new(six, six + Duration.FromHours(2));

    private readonly List<Slot> slots =
    [
        .. new[] { ("Amina", 5), ("Ben", 5), ("Choir", 10), ("Cerys", 5) }.Select((s, i) => new Slot(1, i, s.Item1, s.Item2, null)),
    ];
    private Cue? cue;

    [Theory]
    [InlineData(-30, null, "Amina")]
    [InlineData(0, "Amina", "Ben")]
    [InlineData(4.9, "Amina", "Ben")]
    [InlineData(5, "Ben", "Choir")]
    [InlineData(24, "Cerys", null)]
    [InlineData(25, null, null)]
    public void By_itself_it_goes_by_the_clock(double minute, string? now, string? next)
    {
        var stands = At(minute);

        Assert.Equal((now, next, 0), (stands.Now?.Title, stands.Next?.Title, stands.LateMinutes));
    }

    [Fact]
    public void Whoever_is_put_on_late_makes_the_rest_late()
    {
        PutOn("Ben", 8);

        Assert.Equal(("Ben", "Choir", 3), Said(9));
        Assert.Equal(six + Duration.FromMinutes(13), At(9).Ends);
    }

    [Fact]
    public void Whoever_is_put_on_early_makes_the_rest_early()
    {
        PutOn("Choir", 7);

        Assert.Equal(("Choir", "Cerys", -3), Said(8));
    }

    [Fact]
    public void Whoever_the_chair_put_on_stays_on_and_the_delay_grows_until_the_chair_goes_on()
    {
        PutOn("Ben", 5);

        Assert.Equal(("Ben", "Choir", 0), Said(10));
        Assert.Equal(("Ben", "Choir", 2), Said(12.5));
        PutOn("Choir", 13);
        Assert.Equal(("Choir", "Cerys", 3), Said(13));
    }

    [Fact]
    public void A_chair_who_forgets_is_waited_for_a_quarter_of_an_hour_and_then_the_clock_goes_on()
    {
        PutOn("Ben", 5);

        Assert.Equal(("Ben", "Choir", 14), Said(24.9));
        Assert.Equal(("Choir", "Cerys", 15), Said(25));
        Assert.Equal(("Cerys", null, 15), Said(35));
        Assert.Equal((null, null, 0), Said(40));
    }

    [Fact]
    public void Five_minutes_later_gives_them_to_whoever_is_on_and_shifts_the_rest()
    {
        cue = Proceedings.Shift(Guid.CreateVersion7(), 1, 5, six + Duration.FromMinutes(6));

        Assert.Equal(("Ben", "Choir", 5), Said(6));
        Assert.Equal(six + Duration.FromMinutes(15), At(6).Ends);
        Assert.Equal(six + Duration.FromMinutes(5), At(6).Since);
    }

    [Fact]
    public void Back_on_time_is_back_on_time_unless_it_is_over_already()
    {
        PutOn("Ben", 8);
        cue = Proceedings.Shift(Guid.CreateVersion7(), 1, null, six + Duration.FromMinutes(9));
        Assert.Equal(("Ben", "Choir", 0), Said(9));

        PutOn("Ben", 8);
        cue = Proceedings.Shift(Guid.CreateVersion7(), 1, null, six + Duration.FromMinutes(12));
        Assert.Equal(("Ben", "Choir", 2), Said(12));
    }

    [Fact]
    public void Before_the_start_a_delay_can_be_said_too()
    {
        cue = Proceedings.Shift(Guid.CreateVersion7(), 1, 10, six - Duration.FromMinutes(20));

        Assert.Equal((null, "Amina", 10), Said(5));
        Assert.Equal(("Amina", "Ben", 10), Said(10));
    }

    [Fact]
    public void The_end_is_the_end_whatever_the_plan_says()
    {
        cue = new Cue(Guid.CreateVersion7(), 1, null, six, Duration.Zero, isOver: true, six + Duration.FromMinutes(12));

        Assert.Equal((null, null, 0), Said(13));
    }

    [Fact]
    public void Whoever_declined_is_not_named_and_their_minutes_pass()
    {
        slots[1].Change("Ben", 5, null, SlotStatus.Declined);

        Assert.Equal(("Amina", "Choir", 0), Said(4));
        Assert.Equal((null, "Choir", 0), Said(7));
    }

    [Fact]
    public void A_cue_for_somebody_taken_out_leaves_it_to_the_clock()
    {
        PutOn("Ben", 8);
        slots.RemoveAt(1);

        Assert.Equal(("Choir", "Cerys", 3), Said(9));
    }

    [Fact]
    public void What_was_said_on_another_day_is_of_no_account()
    {
        cue = new Cue(Guid.CreateVersion7(), 1, slots[3].Id, six, Duration.Zero, isOver: false, six - Duration.FromHours(3));

        Assert.Equal(("Amina", "Ben", 0), Said(1));
    }

    [Theory]
    [InlineData(-30, 0)]
    [InlineData(1, 5)]
    [InlineData(24, 25)]
    public void It_says_when_it_will_be_otherwise(double minute, double changes) =>
        Assert.Equal(six + Duration.FromMinutes(changes), At(minute).Changes);

    [Fact]
    public void A_delay_that_grows_changes_by_the_minute()
    {
        PutOn("Ben", 5);

        Assert.Equal(six + Duration.FromMinutes(11), At(8).Changes);
        Assert.Equal(six + Duration.FromMinutes(13), At(12.2).Changes);
        Assert.Null(At(100).Changes);
    }

    private Proceedings Proceedings => new(new RunningOrder(slots), hours, cue);

    private void PutOn(string title, double minute) =>
        cue = Proceedings.PutOn(Guid.CreateVersion7(), 1, slots.Single(s => s.Title == title).Id, six + Duration.FromMinutes(minute));

    private Standing At(double minute) => Proceedings.At(six + Duration.FromMinutes(minute));

    private (string?, string?, int) Said(double minute) => At(minute) is var s ? (s.Now?.Title, s.Next?.Title, s.LateMinutes) : default;
}
