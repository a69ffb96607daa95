namespace Rallies.Web.Reads;

/// <summary>Who speaks at this minute by the running order, and who comes next; null when nobody does.</summary>
public sealed record OnStage(string? Now, string? Next);
