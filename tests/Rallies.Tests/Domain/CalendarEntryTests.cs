using NodaTime;
using Rallies.Domain.Publishing;

namespace Rallies.Tests.Domain;

/// <summary>What calendars were told, and how the next telling differs: rules E4 and E5 of RFC 5545 as subscribers live them.</summary>
public sealed class CalendarEntryTests
{
    private static readonly Instant six = Instant.FromUtc(2028, 6, 3, 17, 0);
    private static readonly Occasion evening = new(six, six + Duration.FromHours(2), "Europe/London", OccasionStatus.Confirmed, "Briggate");
    private static readonly Instant later = Some.Moment + Duration.FromHours(1);

    [Fact]
    public void The_same_occasion_in_the_same_words_changes_nothing()
    {
        var entry = Told();

        Assert.False(entry.Schedule(evening with { }, later));
        Assert.False(entry.Say([1], later));
        Assert.Equal((0, Some.Moment, null), (entry.Sequence, entry.ChangedAt, entry.Before));
    }

    [Fact]
    public void Another_occasion_raises_the_sequence_and_is_remembered_with_the_one_before()
    {
        var entry = Told();
        var noon = evening with { Place = "City Square" };

        Assert.True(entry.Schedule(noon, later));
        Assert.True(entry.Say([2], later));

        Assert.Equal((1, later, noon, evening, later), (entry.Sequence, entry.ChangedAt, entry.Told, entry.Before, entry.AlteredAt));
    }

    [Fact]
    public void Two_changes_in_one_second_are_two_seconds_to_calendar_programs()
    {
        var entry = Told();

        entry.Say([2], Some.Moment);
        entry.Say([3], Some.Moment);

        Assert.Equal(Some.Moment + Duration.FromSeconds(2), entry.ChangedAt);
    }

    [Fact]
    public void A_clock_set_back_never_makes_an_event_older()
    {
        var entry = Told();

        entry.Say([2], Some.Moment - Duration.FromHours(2));

        Assert.Equal(Some.Moment + Duration.FromSeconds(1), entry.ChangedAt);
    }

    [Theory]
    [InlineData("Briggate", 60, "", 60, true)] // the place is open again: nobody should go to the old one
    [InlineData("", 60, "Briggate", 60, false)] // the place is fixed at last
    [InlineData("Briggate", 60, "City Square", 60, true)]
    [InlineData("Briggate", 60, "Briggate", 90, true)]
    public void A_move_is_another_start_or_another_place(string place, int start, string newPlace, int newStart, bool moved)
    {
        var entry = new CalendarEntry(Guid.CreateVersion7(), At(place, start), Some.Moment, Some.Moment);

        entry.Schedule(At(newPlace, newStart), later);

        Assert.Equal(moved, entry.IsMovedAt(later));
    }

    [Fact]
    public void A_move_is_news_for_48_hours()
    {
        var entry = Told();

        entry.Schedule(At("City Square", 0), later);

        Assert.True(entry.IsMovedAt(later + CalendarEntry.MovedFor - Duration.FromSeconds(1)));
        Assert.False(entry.IsMovedAt(later + CalendarEntry.MovedFor));
    }

    [Fact]
    public void What_was_called_off_after_it_had_moved_is_called_off_and_not_moved()
    {
        var entry = Told();
        entry.Schedule(At("City Square", 0), later);

        entry.Schedule(At("City Square", 0) with { Status = OccasionStatus.Cancelled }, later);

        Assert.False(entry.IsMovedAt(later));
        Assert.Equal(2, entry.Sequence);
    }

    [Fact]
    public void Back_after_it_had_left_is_a_change_though_the_words_are_the_same()
    {
        var entry = Told();
        Assert.True(entry.Leave(later));
        Assert.False(entry.Leave(later + Duration.FromHours(1)));

        Assert.True(entry.Say([1], later));

        Assert.Equal((0, null), (entry.Sequence, entry.LeftAt));
        Assert.Equal(later + Duration.FromSeconds(1), entry.ChangedAt);
    }

    private static CalendarEntry Told()
    {
        var entry = new CalendarEntry(Guid.CreateVersion7(), evening, Some.Moment, Some.Moment);
        entry.Say([1], Some.Moment);
        return entry;
    }

    private static Occasion At(string place, int minutes) =>
        evening with
        {
            Place = place,
            Start = six + Duration.FromMinutes(minutes),
            End = six + Duration.FromHours(4),
        };
}
