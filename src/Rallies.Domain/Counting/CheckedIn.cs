using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>The sum of a rally's check-ins, in people; the order in which they were added does not matter.</summary>
/// <param name="Sure">Those with the code, and everybody before it was asked for.</param>
public readonly record struct CheckedIn(int Sure, int All, Instant? LastAt)
{
    public CheckedIn With(CheckIn checkIn) =>
        new(
            Sure + (checkIn.IsSure ? checkIn.People : 0),
            All + checkIn.People,
            LastAt is { } last ? Instant.Max(last, checkIn.ReceivedAt) : checkIn.ReceivedAt
        );

    public static CheckedIn Of(IEnumerable<CheckIn> checkIns) => checkIns.Aggregate(default(CheckedIn), (sum, next) => sum.With(next));
}
