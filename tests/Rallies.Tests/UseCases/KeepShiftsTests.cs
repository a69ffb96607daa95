using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Disputes;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

public sealed class KeepShiftsTests
{
    private static readonly LocalDate today = new(2028, 5, 2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task Shifts_stand_eight_weeks_ahead_and_only_once(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (dispute, _) = await Standing(bench, last: new LocalDate(2028, 12, 31));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.Get<KeepShifts>().KeepAsync(dispute.Id, Token)));
        await bench.Get<KeepShifts>().KeepAllAsync(Token);

        var shifts = await Shifts(bench);
        Assert.Equal(Enumerable.Range(0, 56).Select(today.PlusDays), shifts.Select(s => s.Date));
        Assert.All(shifts, s => Assert.Equal((false, 6, 10), (s.IsCancelled, s.StartsAt.Hour, s.EndsAt.Hour)));
    }

    [Theory, EveryEngine]
    public async Task Every_day_adds_a_day_and_the_past_stays(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await Standing(bench, last: new LocalDate(2028, 12, 31));
        await bench.Get<KeepShifts>().KeepAllAsync(Token);

        bench.Clock.Advance(Duration.FromDays(1));
        await bench.Get<KeepShifts>().KeepAllAsync(Token);

        Assert.Equal(57, (await Shifts(bench)).Count);
    }

    [Theory, EveryEngine]
    public async Task Other_hours_keep_the_identity(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (dispute, line) = await Standing(bench);
        await bench.Get<KeepShifts>().KeepAllAsync(Token);
        var before = await Shifts(bench);

        var rule = new KeepPicketLines.LineRule(line.Days, new LocalTime(7, 0), new LocalTime(11, 30), line.First, line.Last);
        var admin = await bench.Holding(Role.Admin, null);
        Assert.Equal(Change.Made, await bench.Get<KeepPicketLines>().AlterAsync(admin, dispute.Id, line.Id, rule, Token));
        await bench.Get<KeepShifts>().KeepAsync(dispute.Id, Token);

        var after = await Shifts(bench);
        Assert.Equal(before.Select(s => (s.CalendarId, s.Date)), after.Select(s => (s.CalendarId, s.Date)));
        Assert.All(after, s => Assert.Equal((7, 30), (s.StartsAt.Hour, s.EndsAt.Minute)));
    }

    [Theory, EveryEngine]
    public async Task Suspended_and_on_again_they_are_the_same_shifts(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (dispute, _) = await Standing(bench);
        var (keep, admin) = (bench.Get<KeepDisputes>(), await bench.Holding(Role.Admin, null));
        await bench.Get<KeepShifts>().KeepAllAsync(Token);
        var before = await Shifts(bench);

        await keep.ReachAsync(admin, dispute.Id, DisputeStage.Suspended, Token);
        await bench.Get<KeepShifts>().KeepAsync(dispute.Id, Token);
        Assert.All(await Shifts(bench), s => Assert.True(s.IsCancelled));

        await keep.ReachAsync(admin, dispute.Id, DisputeStage.Action, Token);
        await bench.Get<KeepShifts>().KeepAsync(dispute.Id, Token);
        var after = await Shifts(bench);
        Assert.All(after, s => Assert.False(s.IsCancelled));
        Assert.Equal(before.Select(s => s.CalendarId), after.Select(s => s.CalendarId));
    }

    [Theory, EveryEngine]
    public async Task A_day_left_out_and_a_line_removed_are_called_off_and_what_has_been_stays(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (dispute, line) = await Standing(bench);
        var (keep, admin) = (bench.Get<KeepPicketLines>(), await bench.Holding(Role.Admin, null));
        bench.Clock.Now = Instant.FromUtc(2028, 5, 2, 5, 0);
        await bench.Get<KeepShifts>().KeepAllAsync(Token);

        await keep.LeaveOutAsync(admin, dispute.Id, line.Id, today.PlusDays(1), Token);
        await bench.Get<KeepShifts>().KeepAsync(dispute.Id, Token);
        Assert.Equal([today.PlusDays(1)], (await Shifts(bench)).Where(s => s.IsCancelled).Select(s => s.Date));

        bench.Clock.Now = Instant.FromUtc(2028, 5, 2, 12, 0);
        Assert.Equal(Change.Made, await keep.RemoveAsync(admin, dispute.Id, line.Id, Token));
        Assert.Equal(Change.NotFound, await keep.RemoveAsync(admin, dispute.Id, line.Id, Token));
        await bench.Get<KeepShifts>().KeepAsync(dispute.Id, Token);
        Assert.Equal([today], (await Shifts(bench)).Where(s => !s.IsCancelled).Select(s => s.Date));
    }

    [Theory, EveryEngine]
    public async Task A_proposal_has_no_shifts_until_it_is_accepted(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var dispute = await bench.Keep(Some.Dispute(proposedBy: leeds.Id));
        await bench.Keep(Some.Line(dispute.Id));
        await bench.Get<KeepShifts>().KeepAsync(dispute.Id, Token);
        Assert.Empty(await Shifts(bench));

        await bench.Get<KeepDisputes>().AcceptAsync(await bench.Holding(Role.Admin, null), dispute.Id, Token);
        await bench.Get<KeepShifts>().KeepAsync(dispute.Id, Token);

        Assert.NotEmpty(await Shifts(bench));
    }

    private static async Task<(Dispute, PicketLine)> Standing(Bench bench, LocalDate? last = null)
    {
        var dispute = await bench.Keep(Some.Dispute());
        bench.Clock.Now = Instant.FromUtc(2028, 5, 2, 4, 0);
        return (dispute, await bench.Keep(Some.Line(dispute.Id, last: last ?? new LocalDate(2028, 5, 8))));
    }

    private static async Task<List<PicketShift>> Shifts(Bench bench)
    {
        await using var context = await bench.Database();
        return await context.PicketShifts.AsNoTracking().OrderBy(s => s.Date).ToListAsync(Token);
    }
}
