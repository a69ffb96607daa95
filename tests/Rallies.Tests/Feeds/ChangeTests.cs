using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Tests.Site;
using Rallies.Web.Access;
using Rallies.Web.UseCases;
using static Rallies.Tests.Feeds.FeedVisit;

namespace Rallies.Tests.Feeds;

/// <summary>Each thing that can happen to a rally, by the octets subscribers get: what changed, and what must not.</summary>
public sealed class ChangeTests : IAsyncLifetime
{
    private const string Feed = "/calendar/3rd-june/leeds.ics";
    private readonly RalliesSite site = new();
    private DayOfAction day = null!;
    private Rally rally = null!;
    private HeldGrants owner = null!;
    private HeldGrants admin = null!;

    public static TheoryData<string, string, string, string> Changes =>
        new()
        {
            // what happens, the title, the first line, SEQUENCE
            { "other words", "Leeds: 3 June", "outside the art gallery", "0" },
            { "a name", "Leeds: Noise for pay", "outside the art gallery", "0" },
            { "access", "Leeds: 3 June", "outside the art gallery", "0" },
            { "another place", "MOVED: Leeds: 3 June", "Changed 1 Jun 12:10: place Briggate, was Victoria Gardens.", "1" },
            { "no place", "MOVED: Leeds: 3 June", "Changed 1 Jun 12:10: place to be confirmed, was Victoria Gardens.", "1" },
            { "an hour later", "MOVED: Leeds: 3 June", "Changed 1 Jun 12:10: starts 19:00, was 18:00.", "1" },
            { "a day later", "MOVED: Leeds: 3 June", "Changed 1 Jun 12:10: starts Sun 4 Jun 18:00, was Sat 3 Jun 18:00.", "1" },
            { "longer", "Leeds: 3 June", "Changed 1 Jun 12:10: ends 21:00, was 20:00.", "1" },
            { "postponed", "POSTPONED: Leeds: 3 June", "Changed 1 Jun 12:10: postponed.", "1" },
            { "called off", "CANCELLED: Leeds: 3 June", "Changed 1 Jun 12:10: called off.", "1" },
            { "the day called off", "CANCELLED: Leeds: 3 June", "Changed 1 Jun 12:10: called off.", "1" },
            { "the day moved", "MOVED: Leeds: 3 June", "Changed 1 Jun 12:10: starts Sat 10 Jun 18:00, was Sat 3 Jun 18:00.", "1" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task E4_E5_E10_E12_what_happens_is_said_and_counted(string what, string title, string line, string sequence)
    {
        var before = await site.Reads(Feed);
        await site.TimePasses(Duration.FromMinutes(10));

        await Happens(what);

        var after = await site.Reads(Feed);
        Assert.Equal((title, sequence), (Property(after, "SUMMARY"), Property(after, "SEQUENCE")));
        Assert.Equal(line, Property(after, "DESCRIPTION").Split("\\n")[0].Replace("\\,", ",", StringComparison.Ordinal));
        Assert.Equal("20280601T110000Z", Property(before, "LAST-MODIFIED"));
        Assert.Equal("20280601T111000Z", Property(after, "LAST-MODIFIED"));
        Assert.Equal(Property(after, "LAST-MODIFIED"), Property(after, "DTSTAMP"));
        foreach (var same in new[] { "UID", "CREATED", "URL" })
            Assert.Equal(Property(before, same), Property(after, same));
    }

    [Fact]
    public async Task E4_two_changes_in_one_second_are_two_to_calendar_programs()
    {
        await Happens("other words");
        var once = await site.Reads(Feed);
        await Happens("another place");

        Assert.Equal("20280601T110001Z", Property(once, "LAST-MODIFIED"));
        Assert.Equal("20280601T110002Z", Property(await site.Reads(Feed), "LAST-MODIFIED"));
    }

    [Fact]
    public async Task E10_MOVED_stands_before_the_title_for_48_hours_and_goes_by_itself()
    {
        await Happens("a day later");
        await site.TimePasses(Duration.FromHours(47));
        Assert.StartsWith("MOVED: ", Property(await site.Reads(Feed), "SUMMARY"), StringComparison.Ordinal);

        await site.TimePasses(Duration.FromHours(1));

        var after = await site.Reads(Feed);
        Assert.Equal(("Leeds: 3 June", "1"), (Property(after, "SUMMARY"), Property(after, "SEQUENCE")));
        Assert.Equal("20280603T110000Z", Property(after, "LAST-MODIFIED"));
        Assert.StartsWith("Changed 1 Jun 12:00: starts Sun 4 Jun", Property(after, "DESCRIPTION"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E6_a_postponed_rally_with_a_new_date_is_the_same_event_at_another_time()
    {
        await Happens("postponed");
        var off = await site.Reads(Feed);
        await Edit.KeepHoursAsync(owner, rally.Id, new LocalDateTime(2028, 6, 17, 18, 0), Duration.FromHours(2), Now);

        var on = await site.Reads(Feed);
        Assert.Equal(("CANCELLED", "CONFIRMED"), (Property(off, "STATUS"), Property(on, "STATUS")));
        Assert.Equal((Property(off, "UID"), "2"), (Property(on, "UID"), Property(on, "SEQUENCE")));
        Assert.Equal("20280617T180000", Property(on, "DTSTART"));
    }

    [Fact]
    public async Task D4_a_rally_on_again_is_confirmed_with_a_higher_SEQUENCE()
    {
        await Happens("called off");
        await Edit.ReviveAsync(owner, rally.Id, Now);

        var on = await site.Reads(Feed);
        Assert.Equal(("CONFIRMED", "2", "Leeds: 3 June"), (Property(on, "STATUS"), Property(on, "SEQUENCE"), Property(on, "SUMMARY")));
        Assert.StartsWith("Changed 1 Jun 12:00: on again.\\n", Property(on, "DESCRIPTION"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E15_a_rally_hidden_and_restored_comes_back_as_the_same_event_later()
    {
        var before = await site.Reads(Feed);
        await Moderate.HideAsync(admin, rally.Id, "Spam?", Now);
        Assert.DoesNotContain("Leeds: 3 June", await site.Reads("/calendar/all.ics"), StringComparison.Ordinal);

        await Moderate.RestoreAsync(admin, rally.Id, "It was not.", Now);

        var after = await site.Reads(Feed);
        Assert.Equal((Property(before, "UID"), "0"), (Property(after, "UID"), Property(after, "SEQUENCE")));
        Assert.True(string.CompareOrdinal(Property(before, "LAST-MODIFIED"), Property(after, "LAST-MODIFIED")) < 0);
    }

    [Fact]
    public async Task The_latest_change_is_said_in_Welsh_too()
    {
        await Happens("called off");

        var said = await site.Reads(Feed + "?lang=cy");
        Assert.StartsWith("WEDI’I GANSLO: ", Property(said, "SUMMARY"), StringComparison.Ordinal);
        Assert.StartsWith("Newid 1 Meh 12:00: wedi’i chanslo.", Property(said, "DESCRIPTION"), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        day = Some.Day();
        await site.Holds(day);
        rally = Some.Rally(day);
        await site.Holds(rally);
        var (owns, runs) = (
            new Grant(Role.Owner, rally.Id, "Leeds", Secret.New(), Some.Moment),
            new Grant(Role.Admin, null, "Admin", Secret.New(), Some.Moment)
        );
        await site.Holds(owns, runs);
        (owner, admin) = (new HeldGrants([owns.Id]), new HeldGrants([runs.Id]));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task Happens(string what) =>
        Assert.Equal(
            Change.Made,
            what switch
            {
                "other words" => await Edit.DescribeAsync(owner, rally.Id, "", "", "Bring a placard.", null, Now),
                "a name" => await Edit.DescribeAsync(owner, rally.Id, "Noise for pay", "", "", null, Now),
                "access" => await Edit.DescribeAccessAsync(owner, rally.Id, new Access { StepFree = AccessFact.Yes }, Now),
                "another place" => await Edit.MeetAsync(owner, rally.Id, new MeetingPoint("Briggate", null, null), Now),
                "no place" => await Edit.MeetAsync(owner, rally.Id, null, Now),
                "an hour later" => await Edit.KeepHoursAsync(owner, rally.Id, new(2028, 6, 3, 19, 0), Duration.FromHours(2), Now),
                "a day later" => await Edit.KeepHoursAsync(owner, rally.Id, new(2028, 6, 4, 18, 0), Duration.FromHours(2), Now),
                "longer" => await Edit.KeepHoursAsync(owner, rally.Id, new(2028, 6, 3, 18, 0), Duration.FromHours(3), Now),
                "postponed" => await Edit.PostponeAsync(owner, rally.Id, Now),
                "called off" => await Edit.CallOffAsync(owner, rally.Id, "", Now),
                "the day called off" => await Days.CallOffAsync(admin, day.Id, Now),
                "the day moved" => await Days.MoveAsync(admin, day.Id, new(2028, 6, 10), new(18, 0), Now),
                _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Nobody has said how that happens."),
            }
        );

    private EditRally Edit => site.Services.GetRequiredService<EditRally>();

    private ModerateRally Moderate => site.Services.GetRequiredService<ModerateRally>();

    private AnnounceDay Days => site.Services.GetRequiredService<AnnounceDay>();

    private static CancellationToken Now => TestContext.Current.CancellationToken;
}
