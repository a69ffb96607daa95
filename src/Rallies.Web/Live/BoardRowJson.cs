using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Rallies.Web.Live;

/// <summary>A row as the API and the hub write it. A frame writes only what changed since the row was last sent.</summary>
internal sealed class BoardRowJson : JsonConverter<BoardRow>
{
    public static void Write(Utf8JsonWriter json, BoardRow row, BoardRow? before)
    {
        json.WriteStartObject();
        json.WriteString("town", row.Town);
        json.WriteNumber("version", row.Version);
        var (now, then) = (row.Headcount, before?.Headcount);
        Word(json, "status", row.Status, before?.Status);
        if (row.StartsAt != before?.StartsAt)
            json.WriteString("startsAt", OffsetDateTimePattern.Rfc3339.Format(row.StartsAt));
        Flag(json, "open", row.Open, before?.Open);
        Flag(json, "closed", row.Closed, before?.Closed);
        Flag(json, "final", row.Final, before?.Final);
        Word(json, "kind", now.Kind, then?.Kind);
        Number(json, "low", now.Low, then?.Low);
        Number(json, "high", now.High, then?.High);
        Number(json, "entered", now.Entered, then?.Entered);
        Number(json, "hereNow", now.HereNow, then?.HereNow);
        Number(json, "peak", now.Peak, then?.Peak);
        Number(json, "checkedIn", now.CheckedIn, then?.CheckedIn);
        Number(json, "pledged", row.Pledged, before?.Pledged);
        Number(json, "doors", now.Doors, then?.Doors);
        if (before is null || row.Capacity != before.Capacity)
            NumberOrNull(json, "capacity", row.Capacity);
        Number(json, "late", now.Late, then?.Late);
        if (before is null || now.AsOf != then!.AsOf)
            Time(json, "asOf", now.AsOf);
        json.WriteEndObject();
    }

    public static void Time(Utf8JsonWriter json, string name, Instant? time)
    {
        if (time is { } at)
            json.WriteString(name, InstantPattern.General.Format(at));
        else
            json.WriteNull(name);
    }

    public override void Write(Utf8JsonWriter writer, BoardRow value, JsonSerializerOptions options) => Write(writer, value, before: null);

    public override BoardRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Rows are shown, never taken in.");

    private static void Number(Utf8JsonWriter json, string name, int now, int? before)
    {
        if (now != before)
            json.WriteNumber(name, now);
    }

    private static void NumberOrNull(Utf8JsonWriter json, string name, int? now)
    {
        if (now is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void Flag(Utf8JsonWriter json, string name, bool now, bool? before)
    {
        if (now != before)
            json.WriteBoolean(name, now);
    }

    private static void Word<T>(Utf8JsonWriter json, string name, T now, T? before)
        where T : struct, Enum
    {
        if (!EqualityComparer<T?>.Default.Equals(now, before))
            json.WriteString(name, JsonNamingPolicy.CamelCase.ConvertName(now.ToString()));
    }
}
