using NodaTime;
using Rallies.Domain.Disputes;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>Admins say where and when people stand for a dispute, and when somebody last saw them.</summary>
public sealed class KeepPicketLines(DisputeChange change)
{
    /// <exception cref="ArgumentException">The line is another dispute's.</exception>
    public Task<Change> AddAsync(HeldGrants held, int disputeId, Func<Instant, PicketLine> line, CancellationToken cancellation) =>
        change.MakeAsync(
            held,
            disputeId,
            (context, _, now) =>
            {
                var added = line(now);
                if (added.DisputeId != disputeId)
                    throw new ArgumentException("The line is another dispute's.", nameof(line));
                context.PicketLines.Add(added);
                return true;
            },
            cancellation
        );

    /// <summary>Somebody was there and saw them.</summary>
    public Task<Change> ConfirmAsync(HeldGrants held, int disputeId, int lineId, CancellationToken cancellation) =>
        ChangeLineAsync(
            held,
            disputeId,
            lineId,
            (line, now) =>
            {
                line.Confirm(now);
                return true;
            },
            cancellation
        );

    /// <summary>Other days or hours; calendars keep the shifts and move them.</summary>
    public Task<Change> AlterAsync(HeldGrants held, int disputeId, int lineId, LineRule rule, CancellationToken cancellation) =>
        ChangeLineAsync(
            held,
            disputeId,
            lineId,
            (line, now) => line.Stand(rule.Days, rule.From, rule.To, rule.First, rule.Last, now),
            cancellation
        );

    /// <summary>Nobody stands that day, although the rule says so.</summary>
    public Task<Change> LeaveOutAsync(HeldGrants held, int disputeId, int lineId, LocalDate date, CancellationToken cancellation) =>
        ChangeLineAsync(held, disputeId, lineId, (line, now) => line.StandsNotOn(date, now), cancellation);

    public Task<Change> RemoveAsync(HeldGrants held, int disputeId, int lineId, CancellationToken cancellation) =>
        ChangeLineAsync(held, disputeId, lineId, (line, now) => line.Remove(now), cancellation);

    private async Task<Change> ChangeLineAsync(
        HeldGrants held,
        int disputeId,
        int lineId,
        Func<PicketLine, Instant, bool> alter,
        CancellationToken cancellation
    )
    {
        var isKnown = true;
        var made = await change.MakeAsync(
            held,
            disputeId,
            (context, _, now) =>
            {
                var line = context.PicketLines.Local.FirstOrDefault(l => l.Id == lineId);
                isKnown = line is not null;
                return line is not null && alter(line, now);
            },
            cancellation
        );
        return isKnown ? made : Change.NotFound;
    }

    /// <summary>When a picket line stands, as of <see cref="PicketLine"/>.</summary>
    public sealed record LineRule(WeekDays Days, LocalTime From, LocalTime To, LocalDate First, LocalDate Last);
}
