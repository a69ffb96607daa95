namespace Rallies.Web.Live;

/// <summary>
/// The rows of a day that changed since they were last sent: what of each changed, from which version on it waits, and when it may go.
/// </summary>
internal sealed class HeldRows
{
    private readonly Dictionary<string, Held> waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> sentAt = new(StringComparer.Ordinal);

    public IReadOnlyList<Held> All => [.. waiting.Values];

    public int Count => waiting.Count;

    /// <summary>Takes in one change of the board.</summary>
    public void Note(DayBoard before, DayBoard now)
    {
        foreach (var row in now.Latest)
        {
            var fields = row.Since(before.Rows.GetValueOrDefault(row.Town));
            waiting[row.Town] = waiting.TryGetValue(row.Town, out var held)
                ? held with
                {
                    Fields = held.Fields | fields,
                }
                : new(row.Town, Math.Min(before.Version + 1, now.Version), fields);
        }
        if (now.BrokenAt > before.BrokenAt)
            foreach (var town in waiting.Keys.Where(town => !now.Rows.ContainsKey(town)).ToList())
                waiting.Remove(town);
    }

    public TimeSpan DueAt(Held row) => sentAt.TryGetValue(row.Town, out var at) ? at + FramePacer.BetweenRows : TimeSpan.Zero;

    /// <summary>It was not sent for a while, and so does not move all the time.</summary>
    public bool IsQuiet(Held row, TimeSpan time) => !sentAt.ContainsKey(row.Town) || time - DueAt(row) >= FramePacer.BetweenRows;

    /// <summary>How many rows wait, or were sent so lately that they could not be sent again.</summary>
    public int Moving(TimeSpan time) =>
        waiting.Count + sentAt.Count(sent => time - sent.Value < FramePacer.BetweenRows && !waiting.ContainsKey(sent.Key));

    public void Sent(IEnumerable<Held> rows, TimeSpan time)
    {
        foreach (var row in rows)
        {
            waiting.Remove(row.Town);
            sentAt[row.Town] = time;
        }
    }

    /// <param name="Since">No version before this one changed the row after it was last sent.</param>
    internal sealed record Held(string Town, long Since, RowFields Fields);
}
