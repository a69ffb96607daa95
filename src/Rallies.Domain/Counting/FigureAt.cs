using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>What a rally's log said, from one minute on.</summary>
/// <param name="Minute">A full minute.</param>
public readonly record struct FigureAt(Instant Minute, Headcount Count);
