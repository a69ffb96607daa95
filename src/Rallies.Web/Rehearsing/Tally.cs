using System.Collections.Concurrent;

namespace Rallies.Web.Rehearsing;

/// <summary>What has been played so far. Counted by many at once.</summary>
internal sealed class Tally
{
    public int NeverLeft;
    public int AnswersLost;
    public int SentTwice;
    public int ToldToWait;
    public int Kept;
    public int MostKept;
    public int Restarts;

    /// <summary>Taps and check-ins whose answer said that they are in the log.</summary>
    public ConcurrentDictionary<Guid, bool> Taps { get; } = new();
    public ConcurrentDictionary<Guid, bool> CheckIns { get; } = new();

    /// <summary>Why the site refused an entry, and how often.</summary>
    public ConcurrentDictionary<string, int> Refused { get; } = new();

    public void Keep(int more)
    {
        var kept = Interlocked.Add(ref Kept, more);
        if (kept > MostKept)
            MostKept = kept; // near enough: a figure for the report
    }

    public void Refuse(string why) => Refused.AddOrUpdate(why, 1, (_, count) => count + 1);
}
