using NodaTime;
using Rallies.Domain;
using Rallies.Web.OrganiserConsole.Days;
using Rallies.Web.OrganiserConsole.OneRally;

namespace Rallies.Tests.OrganiserConsole;

public sealed class FormTests
{
    private static readonly DateTimeZone london = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Theory]
    [InlineData("53.7997, -1.5437")]
    [InlineData("53.7997 -1.5437")]
    [InlineData(" 53.7997°, −1.5437° ")]
    public void A_point_is_read_as_maps_copy_it(string pin)
    {
        var form = new PlaceForm { Place = "Victoria Gardens", Pin = pin };

        Assert.Empty(form.Check());
        Assert.Equal(new Coordinates(53.7997, -1.5437), form.ToMeetingPoint()?.Coordinates);
    }

    [Theory]
    [InlineData("here")]
    [InlineData("53.7997")]
    [InlineData("153.7997, -1.5437")]
    public void A_point_that_is_none_is_refused(string pin) =>
        Assert.Equal(
            ["place-pin"],
            new PlaceForm { Place = "Victoria Gardens", Pin = pin }
                .Check()
                .Select(f => f.Field)
        );

    [Fact]
    public void A_place_needs_a_name_unless_it_is_to_be_confirmed()
    {
        Assert.Equal(["place-name"], new PlaceForm().Check().Select(f => f.Field));
        Assert.Empty(new PlaceForm { ToBeConfirmed = true }.Check());
        Assert.Null(new PlaceForm { ToBeConfirmed = true, Place = "typed before" }.ToMeetingPoint());
    }

    [Fact]
    public void A_place_comes_back_as_it_was()
    {
        var point = new MeetingPoint("Victoria Gardens", "outside the art gallery", new Coordinates(53.8, -1.55));

        Assert.Equal(point, PlaceForm.Of(point).ToMeetingPoint());
    }

    [Fact]
    public void A_time_that_the_clocks_jump_over_is_refused()
    {
        var form = Hours("2028-03-26", "01:30");

        Assert.Equal(("hours-time", "fault.skipped"), form.Check().Select(f => (f.Field, f.Word)).Single());
    }

    [Fact]
    public void A_time_that_the_clocks_show_twice_is_allowed_and_known()
    {
        var form = Hours("2028-10-29", "01:30");

        Assert.Empty(form.Check());
        Assert.True(form.IsAmbiguous);
    }

    [Fact]
    public void The_end_is_what_the_clocks_show_then()
    {
        Assert.Equal(new LocalDateTime(2028, 6, 4, 1, 0), (Hours("2028-06-03", "18:00") with { Minutes = 420 }).End);
        Assert.Equal(new LocalDateTime(2028, 3, 26, 3, 0), (Hours("2028-03-26", "00:00") with { Minutes = 120 }).End);
    }

    [Theory]
    [InlineData("", "18:00", "hours-date")]
    [InlineData("2028-06-03", "", "hours-time")]
    [InlineData("2028-06-03", "late", "hours-time")]
    public void An_unread_date_or_time_is_asked_for_again(string date, string time, string field) =>
        Assert.Equal([field], Hours(date, time).Check().Select(f => f.Field));

    [Theory]
    [InlineData("", null, true)]
    [InlineData("1,200", 1200, true)]
    [InlineData("1 200", 1200, true)]
    [InlineData("0", 0, false)]
    [InlineData("lots", null, false)]
    public void A_capacity_is_a_whole_number_or_nothing(string typed, int? people, bool allowed)
    {
        var form = new DescriptionForm { Capacity = typed };

        Assert.Equal(people, form.ToCapacity());
        Assert.Equal(allowed, !form.Check().Any());
    }

    [Fact]
    public void Access_comes_back_as_it_was_and_is_asked_for_completely()
    {
        var access = new Access
        {
            StepFree = AccessFact.Yes,
            Childcare = AccessFact.No,
            NearestStop = "the bus station",
        };

        Assert.Equal(access, AccessForm.Of(access).ToAccess());
        Assert.Equal(typeof(Access).GetProperties().Count(p => p.PropertyType == typeof(AccessFact)), AccessForm.Questions.Count);
    }

    [Fact]
    public void A_days_address_follows_its_name_until_it_is_chosen()
    {
        var form = new AnnouncementForm { Name = "Saturday for the many" };
        Assert.Equal("saturday-for-the-many", form.Slug);

        form.Slug = "3rd-june";
        form.Name = "3rd June";

        Assert.Equal("3rd-june", form.Slug);
    }

    [Fact]
    public void An_empty_announcement_asks_for_a_name_and_a_date() =>
        Assert.Equal(["day-name", "day-date"], new AnnouncementForm().Check().Select(f => f.Field));

    private static HoursForm Hours(string date, string time) =>
        new()
        {
            Date = date,
            Time = time,
            Minutes = 120,
            Zone = london,
        };
}
