namespace Rallies.Web.Live;

/// <summary>
/// Decides when a day's next frame goes out: four a second at most, one row at most once in three seconds. A frame always holds
/// everything that changed, so that its version is true and its total the sum of its rows; on a quiet evening it goes at once, on a
/// busy one it waits for the row that was sent last, three seconds at most.
/// </summary>
internal sealed class FramePacer(DayBoard start)
{
    public static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(250);
    public static readonly TimeSpan BetweenRows = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, TimeSpan> sentAt = new(StringComparer.Ordinal);
    private DayBoard sent = start;
    private TimeSpan? lastAt;

    /// <summary>The frames that are due, or null and when to ask again; both null when there is nothing to say.</summary>
    /// <param name="time">A clock that only runs forward.</param>
    public (DayFrames? Frames, TimeSpan? Due) Next(DayBoard now, TimeSpan time)
    {
        if (now.Version <= sent.Version)
            return (null, null);
        var changed = now.Rows.Values.Where(r => !ReferenceEquals(r, sent.Rows.GetValueOrDefault(r.Town))).ToList();
        var due = changed.Select(DueAt).Append(lastAt + BetweenFrames ?? time).Max();
        if (due > time)
            return (null, due);
        var frames = new DayFrames(sent, now, changed);
        foreach (var row in changed)
            sentAt[row.Town] = time;
        (sent, lastAt) = (now, time);
        return (frames, null);

        TimeSpan DueAt(BoardRow row) => sentAt.TryGetValue(row.Town, out var at) ? at + BetweenRows : TimeSpan.Zero;
    }
}
