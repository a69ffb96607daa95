using System.Text.Json;
using NodaTime;

namespace Rallies.Web.Live;

/// <summary>The sum of a day's rows: nothing projected, no gap filled.</summary>
/// <param name="Live">Rallies that are on and whose doors have opened.</param>
/// <param name="Reporting">Live ones with a figure.</param>
/// <param name="Oldest">The oldest figure among those reporting; null without any.</param>
public sealed record BoardTotal(
    int Low,
    int High,
    int Entered,
    int HereNow,
    int Peak,
    int CheckedIn,
    int Pledged,
    int Reporting,
    int Live,
    Instant? Oldest
)
{
    public static BoardTotal Of(IEnumerable<BoardRow> rows)
    {
        var (low, high, entered, hereNow, peak, checkedIn, pledged, reporting, live) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
        Instant? oldest = null;
        foreach (var row in rows)
        {
            var count = row.Headcount;
            low += count.Low;
            high += count.High;
            entered += count.Entered;
            hereNow += count.HereNow;
            peak += count.Peak;
            checkedIn += count.CheckedIn;
            pledged += row.Pledged;
            live += row.IsLive ? 1 : 0;
            if (!row.IsReporting)
                continue;
            reporting++;
            if (count.AsOf is { } asOf && !(oldest < asOf))
                oldest = asOf;
        }
        return new(low, high, entered, hereNow, peak, checkedIn, pledged, reporting, live, oldest);
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("total");
        json.WriteNumber("low", Low);
        json.WriteNumber("high", High);
        json.WriteNumber("entered", Entered);
        json.WriteNumber("hereNow", HereNow);
        json.WriteNumber("peak", Peak);
        json.WriteNumber("checkedIn", CheckedIn);
        json.WriteNumber("pledged", Pledged);
        json.WriteNumber("reporting", Reporting);
        json.WriteNumber("live", Live);
        BoardRowJson.Time(json, "oldest", Oldest);
        json.WriteEndObject();
    }
}
