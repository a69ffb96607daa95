using Rallies.Domain.Counting;

namespace Rallies.Web.Rehearsing;

/// <summary>Something that happens at a played door.</summary>
/// <param name="At">After the night began.</param>
/// <param name="People">1 to 50 for in and out; the middle of the guess for an estimate.</param>
internal sealed record Cue(TimeSpan At, TapKind Kind, int People);
