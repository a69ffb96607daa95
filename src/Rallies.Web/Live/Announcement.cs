namespace Rallies.Web.Live;

/// <summary>A sentence from a rally's organiser to everybody who watches it.</summary>
/// <param name="At">ISO 8601, UTC.</param>
public sealed record Announcement(string Day, string Town, string Text, string At);
