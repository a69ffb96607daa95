namespace Rallies.Web.Live;

/// <summary>The rows that go next, and the version up to which everything has then been told; or when to ask again.</summary>
internal readonly record struct Turn(IReadOnlyList<HeldRows.Held> Rows, long Version, TimeSpan? Due)
{
    // Versions are kept in hand for the frames until the row goes that holds them up, since each frame needs a higher one.
    private const int Steps = 8;

    /// <summary>All rows that wait, once the last of them may go.</summary>
    public static Turn Together(HeldRows held, long version, TimeSpan time)
    {
        var due = held.All.Select(held.DueAt).Append(TimeSpan.Zero).Max();
        return due > time ? Later(due) : new(held.All, version, null);
    }

    /// <summary>Those that were quiet at once, of the others the longest waiting.</summary>
    /// <param name="version">The board's.</param>
    /// <param name="told">The last frame's.</param>
    /// <param name="share">How many of those that move all the time.</param>
    public static Turn Next(HeldRows held, long version, long told, int share, TimeSpan time)
    {
        var rows = new List<HeldRows.Held>();
        HeldRows.Held? left = null;
        foreach (var row in held.All.OrderBy(r => r.Since))
        {
            var holdsUp = left is null && row.Since <= told + 1;
            if (held.DueAt(row) <= time && (held.IsQuiet(row, time) || share-- > 0 || holdsUp))
                rows.Add(row);
            else
                left ??= row;
        }
        if (left is null)
            return new(rows, version, null);
        if (left.Since - 1 <= told)
            return Later(held.DueAt(left));
        return rows.Count == 0 ? Later(held.All.Min(held.DueAt)) : new(rows, told + Math.Max(1, (left.Since - 1 - told) / Steps), null);
    }

    private static Turn Later(TimeSpan due) => new([], 0, due);
}
