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
    public BoardTotal(IReadOnlyCollection<BoardRow> rows)
        : this(
            rows.Sum(r => r.Headcount.Low),
            rows.Sum(r => r.Headcount.High),
            rows.Sum(r => r.Headcount.Entered),
            rows.Sum(r => r.Headcount.HereNow),
            rows.Sum(r => r.Headcount.Peak),
            rows.Sum(r => r.Headcount.CheckedIn),
            rows.Sum(r => r.Pledged),
            rows.Count(r => r.IsReporting),
            rows.Count(r => r.IsLive),
            rows.Where(r => r.IsReporting).Min(r => r.Headcount.AsOf)
        ) { }

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
