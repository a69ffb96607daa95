using NodaTime;
using Rallies.Domain;
using Rallies.Web.Words;

namespace Rallies.Web.Importing;

/// <summary>What a calendar would change about a rally, as people say it.</summary>
internal sealed class Differences(Said said)
{
    public IReadOnlyList<Difference> Between(Rally rally, WantedRally wanted) =>
        [
            .. new[]
            {
                Of(
                    Hours(rally.StartsAt(wanted.Day), rally.Lasts(wanted.Day)),
                    Hours(wanted.OwnStart ?? wanted.Day.StartsAt, wanted.OwnLength ?? wanted.Day.Lasts)
                ),
                Of(Where(rally.MeetingPoint), Where(wanted.Place)),
                Of(rally.Name, wanted.Name),
                Of(rally.Organiser, wanted.Organiser ?? rally.Organiser),
                Of(rally.Description, wanted.Description),
                Of(rally.Status is RallyStatus.Cancelled or RallyStatus.Postponed ? "called off" : "", ""),
            }.OfType<Difference>(),
        ];

    private static Difference? Of(string before, string after) => before == after ? null : new Difference(before, after);

    private string Hours(LocalDateTime start, Duration lasts)
    {
        var end = start.PlusMinutes((long)lasts.TotalMinutes);
        return $"{said.Date(start.Date)}, {said.Time(start.TimeOfDay)} – {(end.Date == start.Date ? "" : $"{said.Date(end.Date)}, ")}{said.Time(end.TimeOfDay)}";
    }

    private static string Where(MeetingPoint? place) =>
        place is null
            ? ""
            : FormattableString.Invariant(
                $"{place.Place}{(place.Latitude is null ? "" : $" ({place.Latitude:0.#####}, {place.Longitude:0.#####})")}"
            );
}
