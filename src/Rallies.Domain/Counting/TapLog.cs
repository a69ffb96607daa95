using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>A rally's taps in the order in which they were made. Knows each id once; not safe for several threads.</summary>
public sealed class TapLog
{
    private readonly List<Tap> inOrder = [];
    private readonly List<Tap> undos = [];
    private readonly HashSet<Guid> undone = []; // what undos name, whether it is here or still to come
    private readonly Dictionary<Guid, Tap> byId = [];
    private Fold? fold; // of all taps, until one comes that changes what was before it
    private Instant? foldedUntil;

    public TapLog() { }

    /// <summary>A log as it was remembered: sorted once, instead of at each tap.</summary>
    public TapLog(IEnumerable<Tap> taps)
    {
        foreach (var tap in taps)
            if (Remember(tap))
                inOrder.Add(tap);
        inOrder.Sort(TapOrder.Instance);
    }

    public int Count => byId.Count;

    public Tap? Find(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>Those of one device, in order.</summary>
    public IReadOnlyList<Tap> Of(Guid device) => [.. inOrder.Where(t => t.Device == device)];

    /// <summary>False when the tap is here already; the first to arrive holds.</summary>
    public bool Add(Tap tap)
    {
        if (!Remember(tap))
            return false;
        var isLatest = inOrder.Count == 0 || TapOrder.Instance.Compare(inOrder[^1], tap) < 0;
        if (isLatest)
            inOrder.Add(tap);
        else
            inOrder.Insert(~inOrder.BinarySearch(tap, TapOrder.Instance), tap);
        if (isLatest && tap.Kind != TapKind.Undo && !undone.Contains(tap.Id))
            fold?.Take(tap);
        else
            fold = null;
        return true;
    }

    /// <summary>Everything the log adds up to.</summary>
    /// <param name="closedAt">When the organiser closed the counting; what was made later has no effect.</param>
    public Headcount Fold(CheckedIn checkedIn, Instant? closedAt)
    {
        if (fold is null || foldedUntil != closedAt)
            (fold, foldedUntil) = (FoldAll(closedAt), closedAt);
        return fold.Result(checkedIn);
    }

    private Fold FoldAll(Instant? closedAt)
    {
        var all = new Fold(Cancelled(closedAt), closedAt);
        foreach (var tap in inOrder)
            all.Take(tap);
        return all;
    }

    private HashSet<Guid> Cancelled(Instant? closedAt) =>
        [
            .. undos
                .Where(u => !(u.MadeAt > closedAt) && byId.TryGetValue(u.Undoes!.Value, out var target) && u.Cancels(target))
                .Select(u => u.Undoes!.Value),
        ];

    private bool Remember(Tap tap)
    {
        if (!byId.TryAdd(tap.Id, tap))
            return false;
        if (tap is { Kind: TapKind.Undo, Undoes: { } target })
        {
            undos.Add(tap);
            undone.Add(target);
        }
        return true;
    }
}
