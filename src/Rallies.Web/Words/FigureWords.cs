using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Words;

/// <summary>Figures as everybody reads them: never a number without what it rests on and how old it is.</summary>
public sealed class FigureWords(IStringLocalizer<FigureWords> words, Said said)
{
    /// <summary>"1,412", "600–800".</summary>
    public string Range(int low, int high) => low == high ? said.Number(low) : $"{said.Number(low)}–{said.Number(high)}";

    /// <summary>"1,412 counted at 2 doors, 6.42pm"; "not reported" while there is none.</summary>
    public string Whole(Headcount count, DateTimeZone zone, Instant now) =>
        count.Kind == FigureKind.None ? words["none"] : words["whole", Range(count.Low, count.High), Basis(count, zone, now)];

    /// <summary>"counted at 2 doors, 6.42pm".</summary>
    public string Basis(Headcount count, DateTimeZone zone, Instant now)
    {
        var kind = Kind(count);
        return count.AsOf is { } asOf ? words["aged", kind, At(asOf, zone, now)] : kind;
    }

    /// <summary>"counted at 2 doors".</summary>
    public string Kind(Headcount count) =>
        count.Kind switch
        {
            FigureKind.Corrected => words["corrected"],
            FigureKind.Counted => words[count.Doors == 1 ? "counted.one" : "counted.other", said.Number(count.Doors)],
            FigureKind.Estimated => words["estimated"],
            FigureKind.CheckedIn => words["checked-in"],
            _ => words["none"],
        };

    /// <summary>"6.42pm"; on another day that day too.</summary>
    public string At(Instant time, DateTimeZone zone, Instant now)
    {
        var local = time.InZone(zone).LocalDateTime;
        return local.Date == now.InZone(zone).Date ? said.Time(local.TimeOfDay) : said.Moment(local, zone, now);
    }
}
