using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rallies.LoadTests;

/// <summary>Many delays, counted by the tenth of a millisecond up to a minute; any thread may add.</summary>
[JsonConverter(typeof(AsCounts))]
internal sealed class Delays
{
    private const int InOne = 10;
    private readonly int[] counts = new int[60_000 * InOne];

    public int Count => counts.Sum();

    public void Add(TimeSpan delay) =>
        Interlocked.Increment(ref counts[Math.Clamp((int)(delay.TotalMilliseconds * InOne), 0, counts.Length - 1)]);

    /// <summary>Milliseconds that this share of them did not exceed; 0 without any.</summary>
    public double Percentile(double share)
    {
        var wanted = (long)Math.Ceiling(Count * share);
        var seen = 0L;
        for (var tenths = 0; tenths < counts.Length; tenths++)
            if ((seen += counts[tenths]) >= wanted)
                return (double)tenths / InOne;
        return counts.Length / InOne;
    }

    private sealed class AsCounts : JsonConverter<Delays>
    {
        public override Delays Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var delays = new Delays();
            foreach (var (tenths, count) in JsonSerializer.Deserialize<Dictionary<int, int>>(ref reader, options)!)
                delays.counts[tenths] = count;
            return delays;
        }

        public override void Write(Utf8JsonWriter writer, Delays value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.counts.Index().Where(c => c.Item > 0).ToDictionary(c => c.Index, c => c.Item), options);
    }
}
