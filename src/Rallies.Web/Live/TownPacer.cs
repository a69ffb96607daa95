namespace Rallies.Web.Live;

/// <summary>The pages of towns hear of the total half as often as boards: it is the smaller part of what they show.</summary>
internal sealed class TownPacer(DayBoard start)
{
    private readonly Dictionary<string, RowFields> changed = new(StringComparer.Ordinal);
    private DayBoard told = start;
    private TimeSpan? toldAt;

    public void Note(IEnumerable<RowChange> changes)
    {
        foreach (var (row, fields) in changes)
            changed[row.Town] = changed.GetValueOrDefault(row.Town) | fields;
    }

    public (TownFrames? Frames, TimeSpan? Due) Next(DayBoard shown, TimeSpan time, TimeSpan between)
    {
        if (shown.Version <= told.Version)
            return (null, null);
        if (toldAt + between > time)
            return (null, toldAt + between);
        var rows = changed.Where(c => shown.Rows.ContainsKey(c.Key)).Select(c => new RowChange(shown.Rows[c.Key], c.Value));
        var frames = new TownFrames(told, shown, [.. rows]);
        changed.Clear();
        (told, toldAt) = (shown, time);
        return (frames, null);
    }
}
