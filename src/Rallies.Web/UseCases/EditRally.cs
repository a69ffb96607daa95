using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>What owners and co-organisers change about their rally.</summary>
public sealed class EditRally(RallyChange change)
{
    private Instant? seen;

    /// <summary>The same, but writing nothing over what somebody else has changed meanwhile: that answers <see cref="Change.ChangedMeanwhile"/>.</summary>
    /// <param name="changedAt">The rally's ChangedAt as whoever edits last saw it.</param>
    public EditRally IfUnchangedSince(Instant changedAt) => new(change) { seen = changedAt };

    /// <summary>Null leaves the place to be confirmed.</summary>
    public Task<Change> MeetAsync(HeldGrants held, int rallyId, MeetingPoint? meetingPoint, CancellationToken cancellation) =>
        change.MakeAsync(held, Verb.EditRally, rallyId, seen, (rally, _, now) => rally.MeetAt(meetingPoint, now), cancellation);

    /// <summary>Hours of its own; those equal to the day's are the day's, and move along with it.</summary>
    public Task<Change> KeepHoursAsync(
        HeldGrants held,
        int rallyId,
        LocalDateTime start,
        Duration length,
        CancellationToken cancellation
    ) =>
        change.MakeAsync(
            held,
            Verb.EditRally,
            rallyId,
            seen,
            (rally, day, now) => rally.KeepHours(start == day.StartsAt ? null : start, length == day.Lasts ? null : length, now),
            cancellation
        );

    public Task<Change> DescribeAsync(
        HeldGrants held,
        int rallyId,
        string name,
        string organiser,
        string description,
        int? capacity,
        CancellationToken cancellation
    ) =>
        change.MakeAsync(
            held,
            Verb.EditRally,
            rallyId,
            seen,
            (rally, _, now) =>
            {
                rally.Describe(name, organiser, description, capacity, now);
                return true;
            },
            cancellation
        );

    public Task<Change> DescribeAccessAsync(HeldGrants held, int rallyId, Domain.Access access, CancellationToken cancellation) =>
        change.MakeAsync(
            held,
            Verb.EditRally,
            rallyId,
            seen,
            (rally, _, now) =>
            {
                if (rally.Access == access)
                    return false;
                rally.DescribeAccess(access, now);
                return true;
            },
            cancellation
        );

    public Task<Change> PostponeAsync(HeldGrants held, int rallyId, CancellationToken cancellation) =>
        change.MakeAsync(held, Verb.CallOffRally, rallyId, (rally, _, now) => rally.Postpone(now), cancellation);

    public Task<Change> CallOffAsync(HeldGrants held, int rallyId, string because, CancellationToken cancellation) =>
        change.MakeAsync(held, Verb.CallOffRally, rallyId, (rally, _, now) => rally.CallOff(because, now), cancellation);

    /// <summary>On again after all.</summary>
    public Task<Change> ReviveAsync(HeldGrants held, int rallyId, CancellationToken cancellation) =>
        change.MakeAsync(held, Verb.CallOffRally, rallyId, (rally, _, now) => rally.Revive(now), cancellation);
}
