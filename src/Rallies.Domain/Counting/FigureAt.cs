using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>What was said of how many, from one minute on.</summary>
/// <param name="Minute">A full minute.</param>
public readonly record struct FigureAt(Instant Minute, int Low, int High);
