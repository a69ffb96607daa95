using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Door.Paper;

/// <summary>A quarter of an hour, one row of a tally sheet.</summary>
/// <param name="Number">From the opening of the doors, 0 first.</param>
public sealed record Quarter(int Number, Instant From)
{
    public static readonly Duration Lasts = Duration.FromMinutes(15);

    /// <summary>All in which doors may count.</summary>
    public static IEnumerable<Quarter> Of(CountingHours hours)
    {
        var end = hours.Rally.End + CountingHours.HereAfter;
        for (var (number, from) = (0, hours.DoorsOpenAt); from < end; number++, from += Lasts)
            yield return new Quarter(number, from);
    }

    /// <summary>Those a printed sheet has rows for: an hour before the start to half an hour after the end, at most eight hours.</summary>
    public static IEnumerable<Quarter> Printed(CountingHours hours) =>
        Of(hours)
            .Where(q => q.From >= hours.Rally.Start - Duration.FromHours(1) && q.From < hours.Rally.End + Duration.FromMinutes(30))
            .Take(32);
}
