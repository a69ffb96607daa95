using NodaTime;
using Rallies.Domain;
using Rallies.Web.Public.Forms;

namespace Rallies.Web.Public.Starting;

/// <summary>What one of the screens shows.</summary>
public sealed record StartScreen(StartDay Day, StartStep Step, StartAnswers Answers)
{
    public Town? Town { get; init; }
    public IReadOnlyList<Town> Offers { get; init; } = [];
    public IReadOnlyList<Neighbour> Near { get; init; } = [];
    public IReadOnlyList<Fault> Faults { get; init; } = [];
}

/// <summary>The screens in their order; the second is shown only where others have started near by.</summary>
public enum StartStep
{
    Town,
    Near,
    Place,
    Contact,
}

/// <summary>The day of action a rally is started for.</summary>
public sealed record StartDay(int Id, string Slug, string Name, LocalDateTime StartsAt, Duration Lasts, string ZoneId)
{
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];
}

/// <summary>A rally close enough to ask whether two are better than one.</summary>
public sealed record Neighbour(
    string Slug,
    string Town,
    string Country,
    string Place,
    string Organiser,
    LocalDateTime StartsAt,
    Distance? Away
);
