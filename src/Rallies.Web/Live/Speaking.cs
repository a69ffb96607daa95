namespace Rallies.Web.Live;

/// <summary>Who is on, who comes next, and how far behind the running order is.</summary>
public sealed record Speaking(string Day, string Town, string? Now, string? Next, int LateMinutes);
