using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>One rally as its organisers see it, and what the reader may do to it.</summary>
/// <param name="DayStartsAt">The day's own wall-clock start, which the rally keeps unless it has one of its own.</param>
/// <param name="Merged">Null while it is a rally of its own.</param>
public sealed record RallyToEdit(
    int Id,
    string Day,
    string DayName,
    LocalDateTime DayStartsAt,
    Duration DayLasts,
    string Slug,
    RallyTown Town,
    string Name,
    string Organiser,
    string Description,
    int? Capacity,
    MeetingPoint? MeetingPoint,
    LocalDateTime StartsAt,
    Duration Lasts,
    Domain.Access Access,
    RallyStatus Status,
    bool IsPostponed,
    string CalledOffBecause,
    bool IsHidden,
    string HiddenBecause,
    MergedInto? Merged,
    Instant ChangedAt,
    IReadOnlySet<Verb> Allowed
)
{
    public bool May(Verb verb) => Allowed.Contains(verb);
}
