namespace Rallies.Web.Live;

/// <summary>One step of a day for the pages of its towns; each frame is made when first asked for, and once.</summary>
public sealed class TownFrames
{
    private readonly Dictionary<string, Lazy<Frame>> ofTown;
    private readonly Lazy<Frame> totalAlone;

    internal TownFrames(DayBoard before, DayBoard now, IReadOnlyCollection<RowChange> changes)
    {
        All = now.Rows.Keys;
        totalAlone = new(() => Frame.Between(before, now, []));
        ofTown = changes.ToDictionary(c => c.Row.Town, c => new Lazy<Frame>(() => Frame.Between(before, now, [c])));
    }

    /// <summary>Slugs of the rallies that changed.</summary>
    public IReadOnlyCollection<string> Changed => ofTown.Keys;

    /// <summary>Slugs of all the day's rallies.</summary>
    public IEnumerable<string> All { get; }

    /// <summary>For the pages of towns where nothing changed.</summary>
    public Frame TotalAlone => totalAlone.Value;

    /// <summary>The total and the town's own row, if that changed.</summary>
    public Frame For(string town) => ofTown.TryGetValue(town, out var frame) ? frame.Value : TotalAlone;
}
