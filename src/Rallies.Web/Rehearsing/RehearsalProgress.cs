namespace Rallies.Web.Rehearsing;

/// <summary>How far a night has been played.</summary>
/// <param name="Lasts">Until the last arrival; phones may take longer to empty their queues.</param>
/// <param name="Kept">Taps and check-ins made and not yet answered for.</param>
public sealed record RehearsalProgress(TimeSpan Elapsed, TimeSpan Lasts, int Taps, int CheckIns, int Kept);
