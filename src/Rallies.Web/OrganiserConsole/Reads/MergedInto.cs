using NodaTime;
using Rallies.Domain;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>What a rally has become part of.</summary>
/// <param name="Slug">Of the other.</param>
/// <param name="Until">Till when it can be undone.</param>
public sealed record MergedInto(string Slug, RallyTown Town, string? Place, string Because, Instant Until);
