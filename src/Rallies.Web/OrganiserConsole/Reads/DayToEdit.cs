using NodaTime;
using Rallies.Domain;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>A day of action as admins see it, with all its rallies, hidden ones too.</summary>
/// <param name="KeepingTheirOwnTime">Those that would not move along with the day.</param>
public sealed record DayToEdit(
    int Id,
    string Slug,
    string Name,
    string Description,
    string Hashtags,
    IReadOnlyList<CallToAction> CallsToAction,
    LocalDate Date,
    LocalTime Time,
    string ZoneId,
    DayStatus Status,
    Instant ChangedAt,
    IReadOnlyList<RallyLine> Rallies,
    IReadOnlyList<RallyLine> KeepingTheirOwnTime
);
