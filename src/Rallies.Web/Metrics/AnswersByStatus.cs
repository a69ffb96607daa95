using System.Diagnostics.Metrics;

namespace Rallies.Web.Metrics;

/// <summary>How often each HTTP status was answered. Noted with every answer, so that is all it does; added up when somebody asks.</summary>
internal sealed class AnswersByStatus
{
    private const int HighestStatus = 599; // RFC 9110 §15
    private readonly long[] counts = new long[HighestStatus + 1];

    public void Note(int status)
    {
        if (status is >= 0 and <= HighestStatus)
            Interlocked.Increment(ref counts[status]);
    }

    public IEnumerable<Measurement<long>> Measure()
    {
        for (var status = 0; status < counts.Length; status++)
            if (Volatile.Read(ref counts[status]) is > 0 and var count)
                yield return new(count, new KeyValuePair<string, object?>("status", status));
    }
}
