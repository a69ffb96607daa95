using System.Text.Json;
using Rallies.Web.Live;

namespace Rallies.Tests.Live;

/// <summary>A page that follows the contract's rules and nothing else: it holds a snapshot and folds frames into it.</summary>
internal sealed class FoldingWatcher
{
    private readonly Dictionary<string, (long Version, int High)> rows = new(StringComparer.Ordinal);

    public FoldingWatcher(Frame snapshot) => Take(snapshot);

    public long Version { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyDictionary<string, (long Version, int High)> Rows => rows;

    /// <summary>False when something was missed: a snapshot is to be asked for.</summary>
    public bool Hear(Frame frame)
    {
        if (frame.Version <= Version)
            return true;
        if (Version < frame.Since)
            return false;
        Read(frame);
        return true;
    }

    public void Take(Frame snapshot)
    {
        rows.Clear();
        Read(snapshot);
    }

    private void Read(Frame frame)
    {
        using var json = JsonDocument.Parse(frame.Json);
        foreach (var row in json.RootElement.GetProperty("rallies").EnumerateArray())
        {
            var town = row.GetProperty("town").GetString()!;
            var high = row.TryGetProperty("high", out var figure) ? figure.GetInt32() : rows[town].High;
            rows[town] = (row.GetProperty("version").GetInt64(), high);
        }
        (Version, Total) = (frame.Version, json.RootElement.GetProperty("total").GetProperty("high").GetInt32());
    }
}
