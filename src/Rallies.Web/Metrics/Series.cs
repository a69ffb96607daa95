using System.Globalization;
using System.Text;

namespace Rallies.Web.Metrics;

/// <summary>The measurements of one instrument under one label.</summary>
internal sealed class Series
{
    // Seconds: a commit on a phone-sized server takes milliseconds, on a bad evening a second.
    private static readonly double[] bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
    private readonly Lock gate = new();
    private readonly long[] within = new long[bounds.Length];
    private double sum;
    private long count;

    public void Set(double value)
    {
        lock (gate)
            sum = value;
    }

    public void Add(double value)
    {
        lock (gate)
        {
            sum += value;
            count++;
        }
    }

    public void Observe(double value)
    {
        lock (gate)
        {
            sum += value;
            count++;
            var first = Array.FindIndex(bounds, bound => value <= bound);
            for (var i = first; i >= 0 && i < bounds.Length; i++)
                within[i]++;
        }
    }

    public void Write(StringBuilder text, string name, string labels) => Line(text, name, labels, Read().Sum);

    public void WriteHistogram(StringBuilder text, string name)
    {
        var (total, times, upTo) = Read();
        for (var i = 0; i < bounds.Length; i++)
            Line(text, name + "_bucket", string.Create(CultureInfo.InvariantCulture, $"{{le=\"{bounds[i]}\"}}"), upTo[i]);
        Line(text, name + "_bucket", "{le=\"+Inf\"}", times);
        Line(text, name + "_sum", "", total);
        Line(text, name + "_count", "", times);
    }

    private (double Sum, long Count, long[] Within) Read()
    {
        lock (gate)
            return (sum, count, [.. within]);
    }

    private static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels).Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
