using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Tests.Site;
using Rallies.Web.Access;
using Rallies.Web.Feeds;
using Rallies.Web.UseCases;
using static Rallies.Tests.Feeds.FeedVisit;

namespace Rallies.Tests.Feeds;

/// <summary>A calendar of one's own: what somebody said they come to, at an address only they know.</summary>
public sealed partial class PersonalFeedTests : IAsyncLifetime
{
    private readonly RalliesSite site = new();
    private Rally leeds = null!;
    private string pledge = "";

    [Fact]
    public async Task What_I_come_to_is_the_same_event_as_everywhere_and_takes_my_time()
    {
        var mine = await site.Reads(await Made());

        var everywhere = await site.Reads("/calendar/3rd-june/leeds.ics");
        Assert.Equal(Property(everywhere, "UID"), Property(mine, "UID"));
        Assert.Equal(Property(everywhere, "SUMMARY"), Property(mine, "SUMMARY"));
        Assert.Equal("OPAQUE", Property(mine, "TRANSP"));
        Assert.DoesNotContain("BEGIN:VALARM", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("SOURCE", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D6_an_alarm_rings_only_for_who_asks_for_it()
    {
        var mine = await site.Reads(await Made() + "?remind=60");

        Assert.Contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\n", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VALARM", await site.Reads("/calendar/3rd-june/leeds.ics?remind=60"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("40321")]
    public async Task An_alarm_that_cannot_be_is_refused_in_plain_words(string remind)
    {
        using var answer = await site.AsksFor($"{await Made()}?remind={remind}");

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.StartsWith("remind is a number of minutes", await answer.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task H7_it_is_kept_by_nobody_between_and_asked_for_again_each_time()
    {
        var address = await Made();
        using var first = await site.AsksFor(address);
        using var second = await site.AsksFor(address, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal("no-cache, private", string.Join(", ", first.Headers.CacheControl!.ToString().Split(", ").Order()));
        Assert.Equal("no-referrer", first.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex", first.Headers.GetValues("X-Robots-Tag").Single());
        Assert.False(first.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.Equal(304, (int)second.StatusCode);
    }

    [Fact]
    public async Task Who_withdraws_finds_it_gone_and_who_comes_after_all_finds_it_back()
    {
        var address = await Made();
        using var before = await site.AsksFor(address);
        site.Clock.Advance(Duration.FromMinutes(2));

        using var withdrawn = await site.Visitor().Send(pledge, ("act", "withdraw"));
        Assert.DoesNotContain("BEGIN:VEVENT", await site.Reads(address), StringComparison.Ordinal);
        site.Clock.Advance(Duration.FromMinutes(2));
        using var after = await site.Visitor().Send(pledge, ("act", "bring"), ("bringing", "0"));

        Assert.Contains("BEGIN:VEVENT", await site.Reads(address), StringComparison.Ordinal);
        Assert.Null(before.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_second_pledge_joins_the_calendar_I_have()
    {
        var address = await Made();
        var york = await Pledges("york");
        site.Clock.Advance(Duration.FromMinutes(2));

        using var joined = await site.Visitor().Send(york, ("act", "join"), ("address", $"webcal://localhost{address}?remind=60"));

        Assert.Equal(303, (int)joined.StatusCode);
        var mine = await site.Reads(address);
        Assert.Contains("Leeds: 3 June", mine, StringComparison.Ordinal);
        Assert.Contains("York: 3 June", mine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Paste the address of your calendar")]
    [InlineData("http://localhost/calendar/mine/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ics", "No calendar has this address")]
    [InlineData("<script>", "No calendar has this address")]
    public async Task An_address_of_no_calendar_is_said_to_be_one_and_kept_as_typed(string typed, string sentence)
    {
        using var answer = await site.Visitor().Send(pledge, ("act", "join"), ("address", typed));

        Assert.Equal(422, (int)answer.StatusCode);
        var page = await answer.Text();
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{System.Net.WebUtility.HtmlEncode(typed)}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_calendar_takes_this_pledge_alone_out_of_the_old_one()
    {
        var old = await Made();
        await site.Visitor().Send(await Pledges("york"), ("act", "join"), ("address", old));
        Assert.Contains("Leeds: 3 June", await site.Reads(old), StringComparison.Ordinal);

        var mine = await site.Reads(await Made());

        Assert.Contains("Leeds: 3 June", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("York: 3 June", mine, StringComparison.Ordinal);
        var left = await site.Reads(old);
        Assert.DoesNotContain("Leeds: 3 June", left, StringComparison.Ordinal);
        Assert.Contains("York: 3 June", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H10_an_address_that_has_ended_and_one_that_never_was_get_the_same_answer()
    {
        var address = await Made();
        await site.Reads(address);
        await using var context = await site.Database();
        await context.PersonalCalendars.ExecuteDeleteAsync(Now);

        using var ended = await site.AsksFor(address);
        using var unknown = await site.AsksFor("/calendar/mine/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ics");

        Assert.Equal((404, 404), ((int)ended.StatusCode, (int)unknown.StatusCode));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(Now), await ended.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task The_address_is_told_once_and_stored_nowhere()
    {
        var secret = Path.GetFileNameWithoutExtension(await Made());

        Assert.DoesNotContain(secret, await site.Visitor().GetStringAsync(pledge, Now), StringComparison.Ordinal);
        await using var context = await site.Database();
        var kept = await context.PersonalCalendars.SingleAsync(Now);
        Assert.True(Secret.TryParse(secret, out var parsed));
        Assert.Equal(parsed.Hash(), kept.SecretHash);
    }

    [Fact]
    public async Task Asked_for_by_nobody_for_twelve_months_it_ends()
    {
        var (address, calendars) = (await Made(), site.Services.GetRequiredService<KeepPersonalCalendar>());
        site.Clock.Advance(Duration.FromDays(300));
        await site.Reads(address);
        await calendars.NoteUseAsync(site.Services.GetRequiredService<PersonalFeeds>().TakeUsed(), Now);
        site.Clock.Advance(Duration.FromDays(364));
        await calendars.NoteUseAsync([], Now);
        await site.Reads(address);

        site.Clock.Advance(Duration.FromDays(3));
        await calendars.NoteUseAsync([], Now);

        using var ended = await site.AsksFor(address);
        Assert.Equal(404, (int)ended.StatusCode);
    }

    [Fact]
    public async Task A_hidden_rally_stands_in_nobodys_calendar()
    {
        var address = await Made();
        var admin = new Grant(Role.Admin, null, "Admin", Secret.New(), Some.Moment);
        await site.Holds(admin);
        site.Clock.Advance(Duration.FromMinutes(2));

        await site.Services.GetRequiredService<ModerateRally>().HideAsync(new HeldGrants([admin.Id]), leeds.Id, "Spam", Now);

        Assert.DoesNotContain("Leeds", await site.Reads(address), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        var day = Some.Day();
        await site.Holds(day);
        leeds = Some.Rally(day);
        await site.Holds(leeds, Some.Rally(day, "york"));
        pledge = await Pledges("leeds");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    /// <summary>The path of a pledge's page.</summary>
    private async Task<string> Pledges(string town) =>
        await site.Services.GetRequiredService<PledgeToCome>().PledgeAsync("3rd-june", town, Guid.CreateVersion7(), 0, null, Now)
            is PledgeToCome.Outcome.Pledged made
            ? $"/p/{made.Withdraw.Text}"
            : throw new InvalidOperationException("The pledge was not taken.");

    /// <summary>The path of a calendar made on the pledge's page.</summary>
    private async Task<string> Made()
    {
        using var answer = await site.Visitor().Send(pledge, ("act", "calendar"));
        Assert.Equal(200, (int)answer.StatusCode);
        return Address().Match(await answer.Text()).Value;
    }

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [GeneratedRegex("/calendar/mine/[a-z2-7]{32}\\.ics")]
    private static partial Regex Address();
}
