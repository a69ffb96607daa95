using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Domain.Permissions;
using Rallies.Tests.Site;
using Rallies.Web.Access;
using Rallies.Web.UseCases;
using static Rallies.Tests.Feeds.FeedVisit;

namespace Rallies.Tests.Feeds;

/// <summary>A picket line in calendars: an event a shift, suspended with its dispute, gone when nobody confirms it.</summary>
public sealed class PicketFeedTests : IAsyncLifetime
{
    private const string Feed = "/calendar/disputes/northern-buses.ics";
    private readonly RalliesSite site = new();
    private HeldGrants admin = null!;
    private Dispute dispute = null!;

    [Fact]
    public async Task D2_every_shift_is_an_event_of_its_own()
    {
        var calendar = await site.Reads(Feed);

        Assert.Equal("Picket: Leeds\\, Depot\\, Gate 3", Property(calendar, "SUMMARY"));
        Assert.Contains(
            "DTSTART;TZID=Europe/London:20280602T063000\r\nDTEND;TZID=Europe/London:20280602T090000\r\n",
            calendar,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("RRULE:FREQ=DAILY", calendar, StringComparison.Ordinal);
        foreach (var feed in new[] { "all", "pickets", "towns/leeds", "regions/england" })
            Assert.Contains($"UID:{Property(calendar, "UID")}\r\n", await site.Reads($"/calendar/{feed}.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task D4_a_strike_called_off_calls_off_its_shifts()
    {
        var uid = Property(await site.Reads(Feed), "UID");
        site.Clock.Advance(Duration.FromMinutes(5));

        await Disputes.ReachAsync(admin, dispute.Id, DisputeStage.Suspended, Now);

        var off = await site.Reads(Feed);
        Assert.Equal(uid, Property(off, "UID"));
        Assert.Equal("CANCELLED", Property(off, "STATUS"));
        Assert.Equal("1", Property(off, "SEQUENCE"));
        Assert.StartsWith("CANCELLED: ", Property(off, "SUMMARY"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E4_E5_a_line_nobody_confirms_is_tentative_after_7_days_and_out_after_14_until_somebody_does()
    {
        var line = await LaterLine();
        var before = await site.Reads(Feed + "?type=picket");
        await site.TimePasses(Duration.FromDays(7));
        var doubted = await site.Reads(Feed);
        await site.TimePasses(Duration.FromDays(7));
        var archived = await site.Reads(Feed);
        await Lines.ConfirmAsync(admin, dispute.Id, line, Now);
        var back = await site.Reads(Feed);

        Assert.Equal(("CONFIRMED", "0"), (Last(before, "STATUS"), Last(before, "SEQUENCE")));
        Assert.Equal(
            ("TENTATIVE", "1", "20280608T110000Z"),
            (Last(doubted, "STATUS"), Last(doubted, "SEQUENCE"), Last(doubted, "LAST-MODIFIED"))
        );
        Assert.StartsWith("Changed 8 Jun 12:00: not confirmed lately.", Last(doubted, "DESCRIPTION"), StringComparison.Ordinal);
        Assert.DoesNotContain("Town Hall", archived, StringComparison.Ordinal);
        Assert.Equal(("CONFIRMED", "2"), (Last(back, "STATUS"), Last(back, "SEQUENCE")));
        Assert.Equal(Last(before, "UID"), Last(back, "UID"));
    }

    [Fact]
    public async Task E4_another_name_of_the_employer_is_a_change_of_every_shift()
    {
        var before = await site.Reads(Feed);
        site.Clock.Advance(Duration.FromMinutes(5));

        await Disputes.DescribeAsync(
            admin,
            dispute.Id,
            new KeepDisputes.DisputeAsked(
                "Depot Workers",
                "Northern Trains",
                DisputeStage.Action,
                "https://example.org/nb",
                "",
                "",
                null,
                null
            ),
            Now
        );

        var after = await site.Reads(Feed);
        Assert.Contains("Depot Workers at Northern Trains", Property(after, "DESCRIPTION"), StringComparison.Ordinal);
        Assert.Equal((Property(before, "UID"), "0"), (Property(after, "UID"), Property(after, "SEQUENCE")));
        Assert.Equal(("20280601T110000Z", "20280601T110500Z"), (Property(before, "LAST-MODIFIED"), Property(after, "LAST-MODIFIED")));
    }

    [Fact]
    public async Task What_nobody_confirmed_in_time_does_not_come_back_when_somebody_does_later()
    {
        var line = await LaterLine();
        await site.TimePasses(Duration.FromDays(14));
        await site.TimePasses(Duration.FromDays(8)); // the shift is over
        Assert.DoesNotContain("Town Hall", await site.Reads(Feed), StringComparison.Ordinal);

        await Lines.ConfirmAsync(admin, dispute.Id, line, Now);

        Assert.DoesNotContain("Town Hall", await site.Reads(Feed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shift_in_the_hour_that_the_clocks_skip_keeps_no_other_event_from_being_published()
    {
        var change = new LocalDate(2029, 3, 25);
        site.Clock.Advance(Duration.FromDays(270)); // to the end of February 2029
        await Lines.AddAsync(
            admin,
            dispute.Id,
            at => new PicketLine(
                dispute.Id,
                new RallyTown(Some.Town("leeds")),
                "Night gate",
                null,
                WeekDays.All,
                new(1, 0),
                new(2, 0),
                change,
                change,
                at
            ),
            Now
        );

        Assert.Contains("SUMMARY:Picket: Leeds\\, Night gate\r\nLOCATION", await site.Reads(Feed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispute_only_proposed_has_no_feed()
    {
        var day = Some.Day();
        await site.Holds(day);
        var rally = Some.Rally(day);
        await site.Holds(rally);
        await site.Holds(
            new Dispute(new Slug("proposed"), "Union", "Employer", DisputeStage.Action, "https://example.org/", rally.Id, Some.Moment)
        );

        using var answer = await site.AsksFor("/calendar/disputes/proposed.ics");

        Assert.Equal(404, (int)answer.StatusCode);
    }

    public async ValueTask InitializeAsync()
    {
        var now = site.Clock.GetCurrentInstant();
        var grant = new Grant(Role.Admin, null, "Admin", Secret.New(), now);
        dispute = new Dispute(
            new Slug("northern-buses"),
            "Depot Workers",
            "Northern Buses",
            DisputeStage.Action,
            "https://example.org/nb",
            null,
            now
        );
        await site.Holds(grant, dispute);
        admin = new HeldGrants([grant.Id]);
        // Stands on one day only, tomorrow.
        var tomorrow = new LocalDate(2028, 6, 2);
        await Lines.AddAsync(
            admin,
            dispute.Id,
            at => new PicketLine(
                dispute.Id,
                new RallyTown(Some.Town("leeds")),
                "Depot, Gate 3",
                null,
                WeekDays.All,
                new(6, 30),
                new(9, 0),
                tomorrow,
                tomorrow,
                at
            ),
            Now
        );
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    /// <summary>A second line, which stands three weeks from now.</summary>
    private async Task<int> LaterLine()
    {
        var then = new LocalDate(2028, 6, 22);
        await Lines.AddAsync(
            admin,
            dispute.Id,
            at => new PicketLine(
                dispute.Id,
                new RallyTown(Some.Town("leeds")),
                "Town Hall",
                null,
                WeekDays.All,
                new(6, 30),
                new(9, 0),
                then,
                then,
                at
            ),
            Now
        );
        await using var context = await site.Database();
        return context.PicketLines.Single(l => l.Gate == "Town Hall").Id;
    }

    private static string Last(string calendar, string name) =>
        calendar.Split("\r\n").Last(l => l.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private KeepDisputes Disputes => site.Services.GetRequiredService<KeepDisputes>();

    private KeepPicketLines Lines => site.Services.GetRequiredService<KeepPicketLines>();
}
