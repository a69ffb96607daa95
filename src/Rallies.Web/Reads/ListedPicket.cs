using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;

namespace Rallies.Web.Reads;

/// <summary>A picket line with what must be known of its dispute.</summary>
/// <param name="Dispute">Slug of the dispute.</param>
public sealed record ListedPicket(PicketLine Line, string Dispute, string Union, string Employer, DisputeStage Stage, string SourceUrl)
{
    public RallyTown Town => Line.Town;

    /// <summary>The dispute rests or is over: nobody stands there.</summary>
    public bool IsCalledOff => Stage is DisputeStage.Suspended or DisputeStage.Settled;

    /// <summary>The days from today on, within a number of them, on which it has not ended yet.</summary>
    public IEnumerable<LocalDate> Days(Instant now, int ahead)
    {
        var today = now.InZone(Town.Zone).Date;
        return Line.DaysBetween(today, today.PlusDays(ahead - 1)).Where(date => HoursOn(date).End > now);
    }

    public Interval HoursOn(LocalDate date)
    {
        var start = WallClock.InstantOf(date + Line.From, Town.Zone);
        return new Interval(start, Instant.Max(start, WallClock.InstantOf(date + Line.To, Town.Zone)));
    }
}
