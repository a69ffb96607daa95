namespace Rallies.Web.Live;

/// <summary>One step of a day's board, for every kind of watcher; each frame is made when first asked for, and once.</summary>
public sealed class DayFrames
{
    private readonly Lazy<Frame> whole;
    private readonly Lazy<Frame> totalAlone;

    internal DayFrames(DayBoard before, DayBoard now, IReadOnlyCollection<BoardRow> rows)
    {
        Day = now.Day;
        Towns = [.. rows.Select(r => r.Town)];
        AllTowns = now.Rows.Keys;
        whole = new(() => Frame.Between(before, now, rows));
        totalAlone = new(() => Frame.Between(before, now, []));
        OfTown = rows.ToDictionary(r => r.Town, r => new Lazy<Frame>(() => Frame.Between(before, now, [r])));
    }

    public string Day { get; }

    /// <summary>Slugs of the rallies that changed.</summary>
    public IReadOnlyCollection<string> Towns { get; }

    /// <summary>Slugs of all the day's rallies.</summary>
    public IEnumerable<string> AllTowns { get; }

    /// <summary>For a board.</summary>
    public Frame Whole => whole.Value;

    /// <summary>For the pages of towns where nothing changed.</summary>
    public Frame TotalAlone => totalAlone.Value;

    private Dictionary<string, Lazy<Frame>> OfTown { get; }

    /// <summary>For a town's page: the total and its own row, if that changed.</summary>
    public Frame For(string town) => OfTown.TryGetValue(town, out var frame) ? frame.Value : TotalAlone;
}
