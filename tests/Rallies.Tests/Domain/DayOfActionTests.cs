using NodaTime;
using Rallies.Domain;

namespace Rallies.Tests.Domain;

public sealed class DayOfActionTests
{
    private static readonly Instant later = Some.Moment + Duration.FromHours(1);

    [Fact]
    public void A_new_day_is_announced_and_has_never_changed()
    {
        var day = Some.Day();

        Assert.Equal(
            (DayStatus.Announced, 0, Some.Moment, new LocalDateTime(2028, 6, 3, 18, 0)),
            (day.Status, day.Sequence, day.ChangedAt, day.StartsAt)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_day_needs_a_name(string name) => Assert.Throws<ArgumentException>(() => Some.Day(name: name));

    [Fact]
    public void A_name_of_more_than_80_characters_is_nonsense() =>
        Assert.Throws<ArgumentException>(() => Some.Day(name: new string('x', 81)));

    [Theory]
    [InlineData(14)]
    [InlineData(24 * 60 + 1)]
    public void A_day_lasts_a_quarter_of_an_hour_to_24_hours(int minutes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new DayOfAction(
                new Slug("3rd-june"),
                "3 June",
                new LocalDate(2028, 6, 3),
                new LocalTime(18, 0),
                Duration.FromMinutes(minutes),
                "Europe/London",
                Some.Moment
            )
        );

    [Fact]
    public void An_unknown_zone_is_nonsense() =>
        Assert.Throws<NodaTime.TimeZones.DateTimeZoneNotFoundException>(() =>
            new DayOfAction(
                new Slug("3rd-june"),
                "3 June",
                new LocalDate(2028, 6, 3),
                new LocalTime(18, 0),
                Duration.FromHours(2),
                "Europe/Goole",
                Some.Moment
            )
        );

    [Fact]
    public void Moving_raises_the_sequence_once()
    {
        var day = Some.Day();

        Assert.True(day.Move(new LocalDate(2028, 6, 10), day.Time, later));
        Assert.False(day.Move(new LocalDate(2028, 6, 10), day.Time, later + Duration.FromHours(1)));

        Assert.Equal((DayStatus.Moved, 1, later), (day.Status, day.Sequence, day.ChangedAt));
    }

    [Fact]
    public void Calling_off_raises_the_sequence_once()
    {
        var day = Some.Day();

        Assert.True(day.CallOff(later));
        Assert.False(day.CallOff(later + Duration.FromHours(1)));

        Assert.Equal((DayStatus.Cancelled, 1, later), (day.Status, day.Sequence, day.ChangedAt));
    }

    [Fact]
    public void Other_words_leave_the_sequence_alone()
    {
        var day = Some.Day();

        day.Describe("Bring a friend.", "#3June", [], later);

        Assert.Equal((0, later, "Bring a friend."), (day.Sequence, day.ChangedAt, day.Description));
    }

    [Fact]
    public void Two_changes_in_one_second_are_told_apart()
    {
        var day = Some.Day();

        day.Move(new LocalDate(2028, 6, 10), day.Time, Some.Moment);
        var first = day.ChangedAt;
        day.CallOff(Some.Moment);

        Assert.True(first >= Some.Moment + Duration.FromSeconds(1));
        Assert.True(day.ChangedAt >= first + Duration.FromSeconds(1));
    }

    [Fact]
    public void A_day_called_off_stays_called_off_when_it_is_moved()
    {
        var day = Some.Day();
        day.CallOff(later);

        Assert.False(day.Move(new LocalDate(2028, 6, 10), day.Time, later));

        Assert.Equal(DayStatus.Cancelled, day.Status);
    }
}
