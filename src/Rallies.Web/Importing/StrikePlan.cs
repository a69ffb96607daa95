namespace Rallies.Web.Importing;

/// <summary>What importing a strike list does, or has done.</summary>
/// <param name="Source">Whose list it is, as a slug.</param>
public sealed record StrikePlan(string Source)
{
    /// <summary>In the order of the rows.</summary>
    public IReadOnlyList<PlannedLine> Lines { get; init; } = [];
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];

    /// <summary>Whether the whole list was refused: the first note says why.</summary>
    public bool IsRefused { get; init; }

    public int Count(WhatHappens what) => Lines.Count(line => line.What == what);

    public IReadOnlySet<string> Marks => Lines.Where(l => l.IsWanted).Select(l => l.Mark).ToHashSet(StringComparer.Ordinal);

    public bool IsComplete => !IsRefused && Lines.All(line => line.What != WhatHappens.Refused);
}
