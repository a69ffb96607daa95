namespace Rallies.Web.Live;

/// <summary>
/// Decides when those who watch a day are told what: four frames a second at most, one row at most once in three seconds. Each frame
/// holds everything that changed up to its version, and its total is the sum of the rows it leaves everybody with.
/// On a quiet evening everybody sees the board itself, and a frame waits for the row that was sent last. Once many rows move, that would
/// move them all in step every three seconds: then everybody sees the rows as last sent, whoever comes later too, and they go in turns.
/// </summary>
internal sealed class FramePacer(DayBoard start)
{
    public static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(250);
    public static readonly TimeSpan BetweenRows = TimeSpan.FromSeconds(3);

    /// <summary>Rows that move within three seconds: from here on they go in turns, below half of it together again.</summary>
    public const int Many = 24;

    private readonly Lock gate = new();
    private readonly HeldRows held = new();
    private readonly TownPacer towns = new(start);
    private DayBoard board = start; // as last heard of
    private DayBoard shown = start; // as everybody was told
    private TimeSpan? shownAt;
    private bool inTurns;
    private long handedOut; // the highest version at which somebody saw the board itself

    /// <summary>Takes in one change of the board, in their order.</summary>
    public void Note(DayBoard now)
    {
        lock (gate)
        {
            held.Note(board, now);
            if (now.BrokenAt > board.BrokenAt)
                inTurns = false; // everybody is sent back for a snapshot
            board = now;
        }
    }

    /// <summary>What whoever begins to watch is shown, so that the frames to come carry on from it.</summary>
    /// <param name="now">The board itself.</param>
    /// <param name="time">A clock that only runs forward.</param>
    public DayBoard Shown(DayBoard now, TimeSpan time)
    {
        lock (gate)
        {
            if (GoesInTurns(held.Moving(time)))
                return shown;
            handedOut = Math.Max(handedOut, now.Version);
            return now;
        }
    }

    /// <summary>The frames that are due, or null, and when to ask again; both null when there is nothing to say.</summary>
    /// <param name="time">A clock that only runs forward.</param>
    /// <param name="between">The least time between two frames.</param>
    public (DayFrames? Frames, TimeSpan? Due) Next(TimeSpan time, TimeSpan between)
    {
        lock (gate)
        {
            var before = shown;
            var (changes, due) = Advance(time, between);
            if (changes is not null)
                towns.Note(changes);
            var (told, townsDue) = towns.Next(shown, time, between * 2);
            var now = shown;
            var whole = changes is null ? null : new Lazy<Frame>(() => Frame.Between(before, now, changes));
            return (whole is null && told is null ? null : new DayFrames(now.Day, whole, told), Earlier(due, townsDue));
        }
    }

    private (IReadOnlyList<RowChange>? Changes, TimeSpan? Due) Advance(TimeSpan time, TimeSpan between)
    {
        if (board.Version <= shown.Version)
            return (null, null);
        if (shownAt + between > time)
            return (null, shownAt + between);
        var moving = held.Moving(time);
        var turn = GoesInTurns(moving)
            ? Turn.Next(held, board.Version, shown.Version, (int)Math.Ceiling(moving * (between / BetweenRows)), time)
            : Turn.Together(held, board.Version, time);
        if (turn.Due is not null)
            return (null, turn.Due);
        var changes = turn.Rows.Select(row => new RowChange(board.Rows[row.Town], row.Fields)).ToList();
        held.Sent(turn.Rows, time);
        shown = held.Count == 0 ? board : shown.With(new(board.Day, turn.Version, [.. changes.Select(c => c.Row)], []));
        shownAt = time;
        if (held.Count == 0)
            inTurns = moving >= Many && handedOut <= board.Version;
        return (changes, held.Count == 0 ? null : time + between);
    }

    private bool GoesInTurns(int moving) => inTurns &= moving >= Many / 2;

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;
}
