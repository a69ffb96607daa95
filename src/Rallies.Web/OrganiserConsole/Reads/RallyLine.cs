using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>A rally in a list.</summary>
/// <param name="DifferentBecause">What was said when others near by had started already; for admins alone.</param>
/// <param name="Role">What the reader may be at it; null where they only look at the list of a day.</param>
public sealed record RallyLine(
    string Day,
    string DayName,
    string Slug,
    string Town,
    string Region,
    string Name,
    string? Place,
    LocalDateTime StartsAt,
    string ZoneId,
    RallyStatus Status,
    bool IsHidden,
    bool IsMerged,
    string DifferentBecause,
    Role? Role
)
{
    public static RallyLine Of(Rally rally, DayOfAction day, Role? role) =>
        new(
            day.Slug,
            day.Name,
            rally.Slug,
            rally.Town.Name,
            rally.Town.Region,
            rally.Name,
            rally.MeetingPoint?.Place,
            rally.StartsAt(day),
            rally.Town.ZoneId,
            rally.Status,
            rally.IsHidden,
            rally.IsMerged,
            rally.DifferentBecause,
            role
        );
}
