using Rallies.Web.Demo;
using Rallies.Web.Live;
using static Rallies.Tests.Live.SomeBoard;

namespace Rallies.Tests.Live;

/// <summary>A night in steps of ten milliseconds: rallies change, pages come, frames get lost, and whatever a page is told is held against the board.</summary>
internal sealed class PacedNight
{
    private static readonly TimeSpan tick = TimeSpan.FromMilliseconds(10);
    private readonly Dice dice;
    private readonly double rate;
    private readonly int atOnce;
    private readonly FramePacer pacer;
    private readonly List<FoldingWatcher> fromTheStart = [];
    private readonly List<FoldingWatcher> joined = [];
    private readonly Dictionary<string, List<(long Version, int High)>> history;
    private readonly Dictionary<string, TimeSpan> sentAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> quietSince = new(StringComparer.Ordinal);
    private double owed;

    /// <param name="rate">Changes a second.</param>
    /// <param name="atOnce">So many changes share a commit and its version.</param>
    public PacedNight(int towns, double rate, int seed, int atOnce = 1)
    {
        (dice, this.rate, this.atOnce) = (new Dice(seed.ToString(System.Globalization.CultureInfo.InvariantCulture)), rate, atOnce);
        Board = Day(1_000, [.. Enumerable.Range(0, towns).Select(n => Row($"a-town-of-{n}", 1, 400))]);
        history = Board.Rows.Keys.ToDictionary(town => town, _ => new List<(long, int)> { (1, 400) });
        pacer = new(Board);
        fromTheStart.Add(new(Board.Snapshot));
    }

    public DayBoard Board { get; private set; }
    public TimeSpan Time { get; private set; }
    public List<(TimeSpan At, Frame Frame)> Frames { get; } = [];
    public List<Frame> OfOneTown { get; } = [];

    /// <summary>How long rallies that had been quiet for ten seconds waited to be seen.</summary>
    public List<TimeSpan> QuietWaits { get; } = [];

    public void GoesOnFor(double seconds) => Pass(seconds, changing: true);

    /// <summary>One last change, so that whoever lost a frame notices; then nothing.</summary>
    public void GoesQuietFor(double seconds)
    {
        Change("a-town-of-0");
        Pass(seconds, changing: false);
    }

    public void EverybodyHasTheBoard()
    {
        var all = Board.Rows.ToDictionary(r => r.Key, r => r.Value.Headcount.High);
        Assert.All(fromTheStart.Concat(joined), page => Assert.Equal(all, page.Rows.ToDictionary(r => r.Key, r => r.Value.High)));
        Assert.All(fromTheStart.Concat(joined), page => Assert.Equal(Board.Version, page.Version));
    }

    private void Pass(double seconds, bool changing)
    {
        for (var until = Time + TimeSpan.FromSeconds(seconds); Time < until; Time += tick)
        {
            if (changing)
                Changes();
            if (changing && dice.OneIn(20))
                joined.Add(new(pacer.Shown(Board, Time).Snapshot));
            if (pacer.Next(Time, FramePacer.BetweenFrames).Frames is { } frames)
                Tell(frames, mayGetLost: changing);
        }
    }

    private void Changes()
    {
        for (owed += rate * tick.TotalSeconds; owed >= atOnce; owed -= atOnce)
            Change([.. Enumerable.Range(0, atOnce).Select(_ => $"a-town-of-{dice.Between(0, history.Count - 1)}").Distinct()]);
    }

    private void Change(params string[] towns)
    {
        var version = Board.Version + 1;
        Board = Board.And([.. towns.Select(town => Row(town, version, history[town][^1].High + dice.Between(-1, 3)))]);
        foreach (var row in Board.Latest)
        {
            history[row.Town].Add((version, row.Headcount.High));
            if (Time - sentAt.GetValueOrDefault(row.Town, TimeSpan.FromMinutes(-1)) > TimeSpan.FromSeconds(10))
                quietSince.TryAdd(row.Town, Time);
        }
        pacer.Note(Board);
    }

    private void Tell(DayFrames frames, bool mayGetLost)
    {
        if (frames.Towns is { } towns)
            OfOneTown.Add(towns.For("a-town-of-1"));
        if (frames.Whole is not { } frame)
            return;
        var before = fromTheStart[0].Rows.ToDictionary();
        Frames.Add((Time, frame));
        foreach (var page in fromTheStart)
        {
            Assert.Equal(page.Version, frame.Since);
            Hear(page, frame);
        }
        foreach (var page in joined)
            if (!mayGetLost || !dice.OneIn(30))
                Hear(page, frame);
        foreach (var (town, _) in fromTheStart[0].Rows.Where(r => r.Value != before[r.Key]))
            Sent(town);
    }

    private void Hear(FoldingWatcher page, Frame frame)
    {
        var (version, rows) = (page.Version, page.Rows.ToDictionary());
        if (!page.Hear(frame))
            page.Take(pacer.Shown(Board, Time).Snapshot);
        if (page.Version == version)
            return;
        Assert.True(page.Version > version);
        Assert.Equal(page.Total, page.Rows.Values.Sum(r => r.High));
        foreach (var (town, row) in page.Rows)
        {
            Assert.True(row.Version >= rows[town].Version, "A row went back.");
            var due = history[town].FindLast(h => h.Version <= page.Version).Version;
            Assert.True(row.Version >= due, $"{town} is at {row.Version}, and the page at {page.Version} should know {due}.");
        }
    }

    private void Sent(string town)
    {
        if (sentAt.TryGetValue(town, out var last))
            Assert.True(Time - last >= FramePacer.BetweenRows, $"{town} was sent twice within three seconds.");
        sentAt[town] = Time;
        if (quietSince.Remove(town, out var since))
            QuietWaits.Add(Time - since);
    }
}
