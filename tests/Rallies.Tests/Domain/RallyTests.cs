using NodaTime;
using Rallies.Domain;

namespace Rallies.Tests.Domain;

public sealed class RallyTests
{
    private static readonly DayOfAction day = Some.Day();
    private static readonly LocalDateTime seven = new(2028, 6, 3, 19, 0);

    public static TheoryData<string, Func<Rally, Instant, object>> WhatCalendarsMustHear =>
        new()
        {
            { "another place", (rally, now) => rally.MeetAt(new MeetingPoint("Briggate", null, null), now) },
            { "no place", (rally, now) => rally.MeetAt(null, now) },
            {
                "a pin",
                (rally, now) =>
                    rally.MeetAt(new MeetingPoint("Victoria Gardens", "outside the art gallery", new Coordinates(53.8, -1.55)), now)
            },
            { "another start", (rally, now) => rally.KeepHours(seven, null, now) },
            { "another length", (rally, now) => rally.KeepHours(null, Duration.FromHours(3), now) },
            { "postponed", (rally, now) => rally.Postpone(now) },
            { "called off", (rally, now) => rally.CallOff("Storm", now) },
            { "moved with its day", (rally, now) => Done(() => rally.MoveAlong(7, now)) },
        };

    public static TheoryData<string, Func<Rally, Instant, object>> WhatTheyNeedNot =>
        new()
        {
            { "described", (rally, now) => Done(() => rally.Describe("Leeds stands up", "Trades Council", "Bring a drum.", 900, now)) },
            { "access", (rally, now) => Done(() => rally.DescribeAccess(new Rallies.Domain.Access { StepFree = AccessFact.Yes }, now)) },
            { "hidden", (rally, now) => rally.Hide("Spam", now) },
        };

    [Theory, MemberData(nameof(WhatCalendarsMustHear))]
    public void Start_end_status_and_place_raise_the_sequence(string what, Func<Rally, Instant, object> change)
    {
        var rally = Some.Rally(day);

        Assert.True((bool)change(rally, Some.Moment), what);

        Assert.Equal((1, Some.Moment + Duration.FromSeconds(1)), (rally.Sequence, rally.ChangedAt));
    }

    [Theory, MemberData(nameof(WhatTheyNeedNot))]
    public void Nothing_else_raises_it_but_all_is_a_change(string what, Func<Rally, Instant, object> change)
    {
        var rally = Some.Rally(day);

        Assert.True((bool)change(rally, Some.Moment), what);

        Assert.Equal((0, Some.Moment + Duration.FromSeconds(1)), (rally.Sequence, rally.ChangedAt));
    }

    [Fact]
    public void What_is_so_already_changes_nothing()
    {
        var rally = Some.Rally(day);
        var later = Some.Moment + Duration.FromHours(1);

        Assert.False(rally.MeetAt(new MeetingPoint("Victoria Gardens", "outside the art gallery", null), later));
        Assert.False(rally.KeepHours(null, null, later));
        Assert.False(rally.Revive(later));
        Assert.False(rally.Restore("Never hidden", later));

        Assert.Equal((0, Some.Moment), (rally.Sequence, rally.ChangedAt));
    }

    [Fact]
    public void Every_change_is_at_least_a_second_after_the_one_before()
    {
        var rally = Some.Rally(day);

        rally.Postpone(Some.Moment);
        rally.KeepHours(seven, null, Some.Moment);
        rally.CallOff("", Some.Moment + Duration.FromMilliseconds(10));
        rally.Revive(Some.Moment - Duration.FromHours(1));

        Assert.Equal((4, Some.Moment + Duration.FromSeconds(4)), (rally.Sequence, rally.ChangedAt));
    }

    [Fact]
    public void The_status_says_what_somebody_about_to_leave_home_must_know()
    {
        var rally = Some.Rally(day, place: "");
        var seen = new List<RallyStatus> { rally.Status };
        void Then(Action verb)
        {
            verb();
            seen.Add(rally.Status);
        }

        Then(() => rally.MeetAt(new MeetingPoint("Briggate", null, null), Some.Moment));
        Then(() => rally.Postpone(Some.Moment));
        Then(() => rally.CallOff("Storm", Some.Moment));
        Then(() => rally.Revive(Some.Moment));
        Then(() => rally.KeepHours(seven, null, Some.Moment));

        Assert.Equal(
            [
                RallyStatus.Tentative,
                RallyStatus.Confirmed,
                RallyStatus.Postponed,
                RallyStatus.Cancelled,
                RallyStatus.Postponed,
                RallyStatus.Confirmed,
            ],
            seen
        );
    }

    [Fact]
    public void It_keeps_the_hours_of_its_day_in_its_own_zone_until_it_has_its_own()
    {
        var rally = Some.Rally(day, town: "leeds");

        Assert.Equal(new Interval(Instant.FromUtc(2028, 6, 3, 17, 0), Instant.FromUtc(2028, 6, 3, 19, 0)), rally.Hours(day));

        rally.KeepHours(seven, Duration.FromHours(1), Some.Moment);
        Assert.Equal(new Interval(Instant.FromUtc(2028, 6, 3, 18, 0), Instant.FromUtc(2028, 6, 3, 19, 0)), rally.Hours(day));
    }

    [Fact]
    public void An_hour_the_clocks_jump_over_is_refused() =>
        Assert.Throws<ArgumentException>(() => Some.Rally(day).KeepHours(new LocalDateTime(2028, 3, 26, 1, 30), null, Some.Moment));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void A_capacity_is_a_number_of_people(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Some.Rally(day).Describe("", "", "", capacity, Some.Moment));

    [Fact]
    public void Hiding_and_restoring_need_a_reason()
    {
        var rally = Some.Rally(day);

        Assert.Throws<ArgumentException>(() => rally.Hide(" ", Some.Moment));
        rally.Hide("Spam", Some.Moment);
        Assert.Throws<ArgumentException>(() => rally.Restore("", Some.Moment));

        Assert.True(rally.IsHidden);
        rally.Restore("It was none", Some.Moment);
        Assert.Equal((false, "It was none"), (rally.IsHidden, rally.HiddenBecause));
    }

    [Fact]
    public void Another_contact_has_to_be_confirmed_again()
    {
        var rally = Some.Rally(day);
        rally.ReachedAt("sealed");
        rally.ConfirmContact(Some.Moment);

        rally.ReachedAt("sealed otherwise");

        Assert.Null(rally.ContactConfirmedAt);
    }

    private static bool Done(Action verb)
    {
        verb();
        return true;
    }
}
