using System.Collections.Concurrent;

namespace Rallies.Web.Feeds;

/// <summary>What request targets mean that were understood before: programs ask for the same few, hour after hour.</summary>
internal sealed class KnownTargets
{
    private const int Most = 10_000;
    private const int Longest = 200;
    private readonly ConcurrentDictionary<string, (FeedKey Key, bool Download)> known = new(StringComparer.Ordinal);

    public bool TryFind(string target, out (FeedKey Key, bool Download) meaning) => known.TryGetValue(target, out meaning);

    public void Remember(string target, FeedKey key, bool download)
    {
        if (target.Length > Longest)
            return;
        if (known.Count >= Most)
            known.Clear();
        known[target] = (key, download);
    }
}
