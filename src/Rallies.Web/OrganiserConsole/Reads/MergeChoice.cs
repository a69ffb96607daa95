using NodaTime;
using Rallies.Domain;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>A rally that another of its day could become part of.</summary>
/// <param name="Place">Null while it is to be confirmed.</param>
/// <param name="Distance">From the one that would go.</param>
public sealed record MergeChoice(
    int Id,
    string Slug,
    string Town,
    string Country,
    string Name,
    string? Place,
    LocalDateTime StartsAt,
    string ZoneId,
    Distance Distance
);
