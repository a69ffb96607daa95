using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rallies.Web.Streams;

namespace Rallies.Web.Live;

/// <summary>Counts on the wire: a snapshot, or what changed after one version up to another. Serialised once for everybody.</summary>
[JsonConverter(typeof(FrameJson))]
public sealed class Frame
{
    // Slugs, numbers and times need no escaping; a plus in every offset would be six bytes.
    private static readonly JsonWriterOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<string> tag;
    private readonly Lazy<ReadOnlyMemory<byte>> streamed;

    private Frame(string day, long since, long version, ReadOnlyMemory<byte> json)
    {
        (Day, Since, Version, Json) = (day, since, version, json);
        tag = new(() => ContentTag.Of(Json.Span));
        streamed = new(() => StreamEvent.Of(this));
    }

    public string Day { get; }

    /// <summary>0 in a snapshot. Whoever is at an older version has missed something and asks for a snapshot.</summary>
    public long Since { get; }
    public long Version { get; }

    /// <summary>UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Tells whoever holds this text already; made when first asked for, and once.</summary>
    public string Tag => tag.Value;

    /// <summary>As the stream sends it; made when first asked for, and once.</summary>
    internal ReadOnlyMemory<byte> Event => streamed.Value;

    public static Frame Of(DayBoard board) => Make(board, 0, board.Rows.Values.OrderBy(r => r.Town, StringComparer.Ordinal).Select(Whole));

    /// <summary>The total and one row: all that a town's page needs.</summary>
    public static Frame Of(DayBoard board, string town) => Make(board, 0, board.Rows.TryGetValue(town, out var row) ? [Whole(row)] : []);

    /// <param name="changes">What it is to say of the rows that changed since <paramref name="before"/>.</param>
    internal static Frame Between(DayBoard before, DayBoard now, IEnumerable<RowChange> changes) =>
        Make(now, Math.Max(before.Version, now.BrokenAt), changes);

    private static Frame Make(DayBoard board, long since, IEnumerable<RowChange> changes)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, plain))
        {
            json.WriteStartObject();
            json.WriteString("day", board.Day);
            json.WriteNumber("since", since);
            json.WriteNumber("version", board.Version);
            BoardRowJson.Time(json, "asOf", board.AsOf);
            board.Total.Write(json);
            json.WriteStartArray("rallies");
            foreach (var (row, fields) in changes)
                BoardRowJson.Write(json, row, fields);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return new Frame(board.Day, since, board.Version, bytes.WrittenMemory);
    }

    private static RowChange Whole(BoardRow row) => new(row, RowFields.All);

    private sealed class FrameJson : JsonConverter<Frame>
    {
        public override void Write(Utf8JsonWriter writer, Frame value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json.Span, skipInputValidation: true);

        public override Frame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Frames are sent, never taken in.");
    }
}
