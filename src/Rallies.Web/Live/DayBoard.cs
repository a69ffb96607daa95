using System.Collections.Immutable;
using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Live;

/// <summary>A day's board as of one version. Never changed: whoever holds it can read it in peace.</summary>
public sealed class DayBoard
{
    private readonly Lazy<BoardTotal> total;
    private readonly Lazy<Frame> snapshot;

    public DayBoard(string day, long version, IEnumerable<BoardRow> rows)
        : this(day, version, rows.ToImmutableDictionary(r => r.Town), [], brokenAt: 0)
    {
        foreach (var row in Rows.Values)
            Sources += FigureSources.Of(row.Headcount);
    }

    private DayBoard(
        string day,
        long version,
        ImmutableDictionary<string, BoardRow> rows,
        IReadOnlyCollection<BoardRow> latest,
        long brokenAt
    )
    {
        (Day, Version, Rows, Latest, BrokenAt) = (day, version, rows, latest, brokenAt);
        total = new(() => BoardTotal.Of(Rows.Values));
        snapshot = new(() => Frame.Of(this));
    }

    public string Day { get; }
    public long Version { get; }

    /// <summary>By the rally's slug.</summary>
    public ImmutableDictionary<string, BoardRow> Rows { get; }

    /// <summary>Those of its rows that the last change brought.</summary>
    public IReadOnlyCollection<BoardRow> Latest { get; }

    /// <summary>The version at which a row last vanished: no frame can say so, and whoever saw it needs a snapshot. 0 for never.</summary>
    public long BrokenAt { get; }
    public BoardTotal Total => total.Value;

    /// <summary>What the total's range rests on, carried on from change to change: it is asked for at every commit of a busy night.</summary>
    public FigureSources Sources { get; private init; }

    /// <summary>The last change of a count; null while nobody has counted.</summary>
    public Instant? AsOf => Rows.Values.Max(r => r.Headcount.AsOf);

    /// <summary>The whole board; made once, for everybody.</summary>
    public Frame Snapshot => snapshot.Value;

    internal DayBoard With(BoardChange change)
    {
        var version = Math.Max(Version, change.Version);
        var (rows, sources, brokenAt) = (Rows.ToBuilder(), Sources, BrokenAt);
        foreach (var town in change.Gone)
            if (rows.Remove(town, out var gone))
                (sources, brokenAt) = (sources - FigureSources.Of(gone.Headcount), version);
        foreach (var row in change.Rows)
        {
            var before = rows.GetValueOrDefault(row.Town)?.Headcount ?? Headcount.Nobody;
            sources += FigureSources.Of(row.Headcount) - FigureSources.Of(before);
            rows[row.Town] = row;
        }
        return new(Day, version, rows.ToImmutable(), change.Rows, brokenAt) { Sources = sources };
    }
}
