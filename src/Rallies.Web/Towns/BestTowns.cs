using Rallies.Domain;

namespace Rallies.Web.Towns;

/// <summary>The best few of the towns offered: whole names, then the home country, then first words, then by population.</summary>
internal sealed class BestTowns(IReadOnlyList<Town> towns, int limit, string? home)
{
    private const int TierShift = 24; // below it the town's rank
    private readonly Dictionary<int, int> kept = [];
    private readonly PriorityQueue<int, int> worstFirst = new();

    /// <summary>A town may be offered several times, by several of its names: the best counts.</summary>
    public void Offer(int rank, bool whole, bool laterWord)
    {
        var abroad = home is not null && towns[rank].Country != home;
        var place = (((whole ? 0 : 4) + (abroad ? 2 : 0) + (laterWord ? 1 : 0)) << TierShift) + rank;
        if (kept.TryGetValue(rank, out var before) ? before <= place : IsFull && place >= Worst())
            return;
        kept[rank] = place;
        worstFirst.Enqueue(rank, -place);
        while (kept.Count > limit)
            kept.Remove(TakeWorst());
    }

    public IReadOnlyList<Town> InOrder() => [.. kept.OrderBy(pair => pair.Value).Select(pair => towns[pair.Key])];

    private bool IsFull => kept.Count == limit;

    private int Worst()
    {
        DropOutdated();
        worstFirst.TryPeek(out _, out var place);
        return -place;
    }

    private int TakeWorst()
    {
        DropOutdated();
        return worstFirst.Dequeue();
    }

    // A town offered again more favourably leaves its old place in the queue behind.
    private void DropOutdated()
    {
        while (worstFirst.TryPeek(out var rank, out var place) && kept.GetValueOrDefault(rank, -1) != -place)
            worstFirst.Dequeue();
    }
}
