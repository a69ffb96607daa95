namespace Rallies.Web.Live;

/// <summary>Who is on, who comes next, and how far behind the running order is.</summary>
/// <param name="Now">Null before the first, after the last, and in a gap.</param>
/// <param name="Next">Null when nobody comes any more.</param>
/// <param name="LateMinutes">Negative when it is ahead.</param>
public sealed record Speaking(string Day, string Town, string? Now, string? Next, int LateMinutes);
