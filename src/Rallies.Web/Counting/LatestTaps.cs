using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rallies.Domain.Counting;

namespace Rallies.Web.Counting;

/// <summary>What each device tapped last, to be shown and undone at its door. Written by the one writer, read by anybody.</summary>
internal sealed class LatestTaps
{
    public const int Kept = 20;

    private readonly ConcurrentDictionary<Guid, ImmutableList<Tap>> byDevice = new();

    public LatestTaps() { }

    public LatestTaps(IEnumerable<Tap> taps)
    {
        foreach (var tap in taps)
            Add(tap);
    }

    public void Add(Tap tap) =>
        byDevice.AddOrUpdate(tap.Device, _ => [tap], (_, known) => Shortened(known.Add(tap).Sort(TapOrder.Instance)));

    /// <summary>The latest last.</summary>
    public IReadOnlyList<Tap> Of(Guid device) => byDevice.GetValueOrDefault(device) ?? [];

    private static ImmutableList<Tap> Shortened(ImmutableList<Tap> taps) => taps.Count > Kept ? taps.RemoveAt(0) : taps;
}
