namespace Rallies.Web.Live;

/// <summary>A sentence to everybody who watches a rally, or the day.</summary>
/// <param name="Town">The rally whose organiser says it; null when it is said to the whole day.</param>
/// <param name="Text">Empty: what was said there at that time is taken back.</param>
/// <param name="At">ISO 8601, UTC.</param>
public sealed record Announcement(string Day, string? Town, string Text, string At);
