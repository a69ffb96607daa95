using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Domain.Permissions;
using Rallies.Tests.Calendars;
using Rallies.Tests.Calendars.Checking;
using Rallies.Tests.Site;
using Rallies.Web.Access;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Feeds;

/// <summary>Whole feeds after a change, octet by octet as they were when a person read them with care.</summary>
public sealed class GoldenChangeTests : IAsyncLifetime
{
    private readonly RalliesSite site = new();
    private Rally leeds = null!;
    private Rally other = null!;
    private Dispute dispute = null!;
    private HeldGrants owner = null!;
    private HeldGrants admin = null!;

    [Theory]
    [InlineData("changed")]
    [InlineData("moved")]
    [InlineData("place-open")]
    [InlineData("postponed")]
    [InlineData("cancelled")]
    [InlineData("restored")]
    [InlineData("merged")]
    [InlineData("merged-and-undone")]
    [InlineData("picket-suspended")]
    public async Task A_feed_after_a_change_is_written_as_it_was_when_it_was_read_with_care(string name)
    {
        await site.TimePasses(Duration.FromMinutes(10));

        await Happens(name);

        var address = name == "picket-suspended" ? "/calendar/disputes/northern-buses.ics" : "/calendar/3rd-june/leeds.ics";
        using var answer = await site.AsksFor(address);
        var written = await answer.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal("", string.Join('\n', written.Check().Told()));
        GoldenFile.IsKept(Path.Combine(SourceTree.GoldenFeeds, name + ".ics"), written);
    }

    public async ValueTask InitializeAsync()
    {
        var day = Some.Day();
        await Keep(day, 1);
        (leeds, other) = (Some.Rally(day), Some.Rally(day, place: "City Square", slug: "leeds-2"));
        other.KeepHours(new(2028, 6, 3, 17, 0), null, Some.Moment);
        await Keep(leeds, 2);
        await Keep(other, 3);
        var (owns, runs) = (
            new Grant(Role.Owner, leeds.Id, "Leeds", Secret.New(), Some.Moment),
            new Grant(Role.Admin, null, "Admin", Secret.New(), Some.Moment)
        );
        (owner, admin) = (new([owns.Id]), new([runs.Id]));
        dispute = new Dispute(
            new Slug("northern-buses"),
            "Transport Union",
            "Northern Buses",
            DisputeStage.Action,
            "https://example.org/buses",
            null,
            Some.Moment
        );
        await site.Holds(owns, runs, dispute);
        var date = new LocalDate(2028, 6, 2);
        var line = Some.Line(dispute.Id, first: date, last: date, town: "leeds");
        line.Confirm(site.Clock.Now);
        await site.Holds(line);
        await Keep(new PicketShift(line.Id, date, 0, date + new LocalTime(6, 0), date + new LocalTime(10, 0)), 4);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private EditRally Edit => site.Services.GetRequiredService<EditRally>();

    private MergeRallies Merging => site.Services.GetRequiredService<MergeRallies>();

    private async Task Happens(string name)
    {
        switch (name)
        {
            case "changed":
                await Edit.DescribeAsync(
                    owner,
                    leeds.Id,
                    "Noise for pay",
                    "Trades council",
                    "Bring a placard, a drum; and friends.",
                    500,
                    Token
                );
                break;
            case "moved":
                await Edit.MeetAsync(
                    owner,
                    leeds.Id,
                    new MeetingPoint("Briggate", "by the arcade", new Coordinates(53.7972, -1.5419)),
                    Token
                );
                await site.TimePasses(Duration.FromMinutes(5));
                await Edit.KeepHoursAsync(owner, leeds.Id, new(2028, 6, 4, 12, 30), Duration.FromHours(3), Token);
                break;
            case "place-open":
                await Edit.MeetAsync(owner, leeds.Id, null, Token);
                break;
            case "postponed":
                await Edit.PostponeAsync(owner, leeds.Id, Token);
                break;
            case "cancelled" or "restored":
                await Edit.CallOffAsync(owner, leeds.Id, "The square is flooded.", Token);
                await site.TimePasses(Duration.FromMinutes(5));
                if (name == "restored")
                    await Edit.ReviveAsync(owner, leeds.Id, Token);
                break;
            case "merged" or "merged-and-undone":
                await Merging.MergeAsync(admin, leeds.Id, other.Id, "The same people called both.", Token);
                await site.TimePasses(Duration.FromMinutes(5));
                if (name == "merged-and-undone")
                    await Merging.UndoAsync(admin, leeds.Id, Token);
                break;
            default:
                await site.Services.GetRequiredService<KeepDisputes>().ReachAsync(admin, dispute.Id, DisputeStage.Suspended, Token);
                break;
        }
    }

    // The same identity in each run, so that the octets are.
    private async Task Keep(object thing, int number)
    {
        await using var context = await site.Database();
        var entry = context.Add(thing);
        entry.Property("CalendarId").CurrentValue = new Guid($"0195f5e0-7c00-7000-8000-{number:000000000000}");
        await context.SaveChangesAsync(Token);
        await site.TimePasses(Duration.Zero);
    }
}
