using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Rallies.Web.Live;

/// <summary>A row as the API and the hub write it. A frame writes only what changed since the row was last sent.</summary>
internal sealed class BoardRowJson : JsonConverter<BoardRow>
{
    public static void Write(Utf8JsonWriter json, BoardRow row, RowFields fields)
    {
        json.WriteStartObject();
        json.WriteString("town", row.Town);
        json.WriteNumber("version", row.Version);
        var count = row.Headcount;
        Word(RowFields.Status, "status", row.Status);
        if (fields.HasFlag(RowFields.StartsAt))
            json.WriteString("startsAt", OffsetDateTimePattern.Rfc3339.Format(row.StartsAt));
        Flag(RowFields.Open, "open", row.Open);
        Flag(RowFields.Closed, "closed", row.Closed);
        Flag(RowFields.Final, "final", row.Final);
        Word(RowFields.Kind, "kind", count.Kind);
        Number(RowFields.Low, "low", count.Low);
        Number(RowFields.High, "high", count.High);
        Number(RowFields.Entered, "entered", count.Entered);
        Number(RowFields.HereNow, "hereNow", count.HereNow);
        Number(RowFields.Peak, "peak", count.Peak);
        Number(RowFields.CheckedIn, "checkedIn", count.CheckedIn);
        Number(RowFields.Pledged, "pledged", row.Pledged);
        Number(RowFields.Doors, "doors", count.Doors);
        Number(RowFields.Capacity, "capacity", row.Capacity);
        Number(RowFields.Late, "late", count.Late);
        if (fields.HasFlag(RowFields.AsOf))
            Time(json, "asOf", count.AsOf);
        json.WriteEndObject();

        void Number(RowFields field, string name, int? number)
        {
            if (!fields.HasFlag(field))
                return;
            if (number is { } known)
                json.WriteNumber(name, known);
            else
                json.WriteNull(name);
        }

        void Flag(RowFields field, string name, bool flag)
        {
            if (fields.HasFlag(field))
                json.WriteBoolean(name, flag);
        }

        void Word<T>(RowFields field, string name, T word)
            where T : struct, Enum
        {
            if (fields.HasFlag(field))
                json.WriteString(name, JsonNamingPolicy.CamelCase.ConvertName(word.ToString()));
        }
    }

    public static void Time(Utf8JsonWriter json, string name, Instant? time)
    {
        if (time is { } at)
            json.WriteString(name, InstantPattern.General.Format(at));
        else
            json.WriteNull(name);
    }

    public override void Write(Utf8JsonWriter writer, BoardRow value, JsonSerializerOptions options) => Write(writer, value, RowFields.All);

    public override BoardRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Rows are shown, never taken in.");
}
