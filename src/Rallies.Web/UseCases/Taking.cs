using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Pledges;

namespace Rallies.Web.UseCases;

/// <summary>Whether a rally takes pledges, and what they amount to.</summary>
internal static class Taking
{
    /// <summary>Until it ends, unless it or its day is called off, or nobody knows when it will be.</summary>
    public static bool Takes(DayOfAction day, Rally rally, Instant now) =>
        day.Status is not (DayStatus.Cancelled or DayStatus.Over)
        && rally.CalledOffAt is null
        && !rally.IsPostponed
        && rally.Hours(day).End > now;

    /// <summary>In people: everybody who pledged and whom they bring, less those who withdrew.</summary>
    public static Task<int> PeopleAsync(this IQueryable<Pledge> pledges, int rallyId, CancellationToken cancellation) =>
        pledges.Where(p => p.RallyId == rallyId && p.WithdrawnAt == null).SumAsync(p => 1 + p.Bringing, cancellation);
}
