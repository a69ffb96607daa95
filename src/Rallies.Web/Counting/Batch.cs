using Rallies.Domain.Counting;

namespace Rallies.Web.Counting;

/// <summary>What one commit is to write. Nothing in memory changes until it has been written.</summary>
internal sealed class Batch
{
    private readonly Dictionary<Guid, Tap> taps = [];
    private readonly Dictionary<Guid, CheckIn> checkIns = [];

    public IReadOnlyCollection<Tap> Taps => taps.Values;
    public IReadOnlyCollection<CheckIn> CheckIns => checkIns.Values;

    /// <summary>Rallies that change without an entry.</summary>
    public HashSet<int> Touched { get; } = [];
    public HashSet<int> Rallies { get; } = [];

    public bool IsEmpty => taps.Count == 0 && checkIns.Count == 0 && Touched.Count == 0;

    public Tap? FindTap(Guid id) => taps.GetValueOrDefault(id);

    public CheckIn? FindCheckIn(Guid id) => checkIns.GetValueOrDefault(id);

    public void Add(Tap tap) => taps.Add(tap.Id, tap);

    public void Add(CheckIn checkIn) => checkIns.Add(checkIn.Id, checkIn);
}
