using System.Collections.Concurrent;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Live;

namespace Rallies.Web.Counting;

/// <summary>One rally's log in memory, as committed. Changed by the one writer; others read all but <see cref="FindTap"/> and <see cref="TapsOf"/>.</summary>
internal sealed class RallyCount
{
    private readonly ConcurrentDictionary<Guid, long> checkIns = new();
    private TapLog log = new();
    private volatile LatestTaps latest = new();
    private CheckedIn checkedIn;
    private Headcount? folded;

    public RallyCount(CountedRally rally, IEnumerable<Tap> taps, IEnumerable<CheckIn> checkIns, Instant now)
    {
        Rally = rally;
        Recall(taps, checkIns);
        Row = MakeRow(now);
    }

    public CountedRally Rally { get; private set; }
    public BoardRow Row { get; private set; }

    public Tap? FindTap(Guid id) => log.Find(id);

    /// <summary>Everything a device tapped, in the order of the log.</summary>
    public IReadOnlyList<Tap> TapsOf(Guid device) => log.Of(device);

    public long? FingerprintOf(Guid checkIn) => checkIns.TryGetValue(checkIn, out var fingerprint) ? fingerprint : null;

    /// <summary>What a device tapped last, the latest last.</summary>
    public IReadOnlyList<Tap> LatestOf(Guid device) => latest.Of(device);

    /// <summary>Forgets the log and takes it from what is stored.</summary>
    public void Recall(IEnumerable<Tap> storedTaps, IEnumerable<CheckIn> storedCheckIns)
    {
        IReadOnlyList<Tap> taps = [.. storedTaps];
        log = new TapLog(taps);
        latest = new LatestTaps(taps);
        checkIns.Clear();
        (checkedIn, folded) = (default, null);
        foreach (var checkIn in storedCheckIns)
            Add(checkIn);
    }

    public void Add(Tap tap)
    {
        if (!log.Add(tap))
            return;
        latest.Add(tap);
        folded = null;
    }

    public void Add(CheckIn checkIn)
    {
        if (!checkIns.TryAdd(checkIn.Id, Fingerprint.Of(checkIn)))
            return;
        checkedIn = checkedIn.With(checkIn);
        folded = null;
    }

    /// <summary>The rally itself changed.</summary>
    public void Learn(CountedRally rally)
    {
        if (rally.Hours.ClosedAt != Rally.Hours.ClosedAt)
            folded = null;
        Rally = rally;
    }

    /// <summary>Makes the row anew; false when it shows what it showed before.</summary>
    public bool Refresh(Instant now)
    {
        var row = MakeRow(now);
        if (row.Shows(Row))
            return false;
        Row = row;
        return true;
    }

    /// <summary>A door opened or closed by the clock alone.</summary>
    public bool HasTurned(Instant now) =>
        !Rally.IsCancelled && !Rally.IsHidden && (Rally.Hours.HasOpened(now) != Row.HasOpened || Rally.Hours.IsOpen(now) != Row.Open);

    private BoardRow MakeRow(Instant now) => new(Rally, folded ??= log.Fold(checkedIn, Rally.Hours.ClosedAt), now);
}
