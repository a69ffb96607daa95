using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Live;

/// <summary>What a day's total was, and what it rested on, from one minute on.</summary>
/// <param name="Minute">A full minute.</param>
public readonly record struct EveningStep(Instant Minute, FigureSources Sources)
{
    public int Low => Sources.Low;
    public int High => Sources.High;
}
