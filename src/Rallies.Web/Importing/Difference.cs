namespace Rallies.Web.Importing;

/// <summary>What changes: from, to. Either may be empty.</summary>
public sealed record Difference(string Before, string After);
