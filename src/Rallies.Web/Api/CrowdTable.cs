using System.Globalization;
using System.Text;
using NodaTime.Text;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Web.Live;

namespace Rallies.Web.Api;

/// <summary>
/// A day as comma-separated values (RFC 4180). size_low, size_high, size_mean and size_cat are the Crowd Counting Consortium's, made as
/// it makes them (nonviolent-action-lab/crowd-counting-consortium): the mean is whole, half of an odd sum going to the even number;
/// category 1 is a mean up to 99 people, 2 up to 999, 3 up to 9,999, 4 more; 0 and empty sizes where nobody has counted.
/// </summary>
internal static class CrowdTable
{
    private const string Header =
        "day,town,locality,region,country,latitude,longitude,starts_at,status,kind,size_low,size_high,size_mean,size_cat,entered,checked_in,pledged,doors,as_of\r\n";

    public static string Of(DayBoard board, IReadOnlyDictionary<string, RallyTown> places)
    {
        var table = new StringBuilder(Header);
        foreach (var row in board.Rows.Values.Where(r => places.ContainsKey(r.Town)).OrderBy(r => r.Town, StringComparer.Ordinal))
            table.AppendJoin(',', Line(board.Day, row, places[row.Town]).Select(Quoted)).Append("\r\n");
        return table.ToString();
    }

    private static IEnumerable<string> Line(string day, BoardRow row, RallyTown place)
    {
        var count = row.Headcount;
        var isKnown = count.Kind != FigureKind.None;
        var mean = Math.Round((count.Low + count.High) / 2.0, MidpointRounding.ToEven);
        return
        [
            day,
            row.Town,
            place.Name,
            place.Region,
            place.Country,
            Text($"{place.Latitude}"),
            Text($"{place.Longitude}"),
            OffsetDateTimePattern.Rfc3339.Format(row.StartsAt),
            Text($"{row.Status}").ToLowerInvariant(),
            System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(count.Kind.ToString()),
            isKnown ? Text($"{count.Low}") : "",
            isKnown ? Text($"{count.High}") : "",
            isKnown ? Text($"{mean}") : "",
            Text($"{(isKnown ? Category(mean) : 0)}"),
            Text($"{count.Entered}"),
            Text($"{count.CheckedIn}"),
            Text($"{row.Pledged}"),
            Text($"{count.Doors}"),
            count.AsOf is { } at ? InstantPattern.General.Format(at) : "",
        ];
    }

    private static int Category(double mean) =>
        mean switch
        {
            < 100 => 1,
            < 1_000 => 2,
            < 10_000 => 3,
            _ => 4,
        };

    private static string Text(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string value) =>
        value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
