using Rallies.Calendars.Reading;

namespace Rallies.Web.Importing;

/// <summary>What importing a calendar does, or has done.</summary>
/// <param name="Source">Whose calendar it is, as a slug.</param>
public sealed record ImportPlan(string Source)
{
    /// <summary>In the order of their start.</summary>
    public IReadOnlyList<PlannedEvent> Events { get; init; } = [];

    /// <summary>What is wrong with the file and belongs to no event above.</summary>
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];

    /// <summary>Whether the whole file was refused: the first note says why.</summary>
    public bool IsRefused { get; init; }

    /// <summary>How many events are no events above, as they could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>What else the file holds and nobody looked at: VTODO and the like, how many of each.</summary>
    public IReadOnlyDictionary<string, int> Ignored { get; init; } = new Dictionary<string, int>();

    public int Count(WhatHappens what) => Events.Count(e => e.What == what);

    public IReadOnlySet<string> Marks => Events.Where(e => e.IsWanted).Select(e => e.Mark).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the reader asks that nobody has answered yet.</summary>
    public IReadOnlySet<Fault> Open =>
        Events
            .SelectMany(e => e.What == WhatHappens.Asked ? e.Notes : [])
            .Concat(Notes.Where(n => n.Read == Fault.UnknownZone))
            .Select(n => n.Read)
            .OfType<Fault>()
            .ToHashSet();

    /// <summary>
    /// The same calendar will never have anything more to store: besides being complete, nothing was left alone for what is here, as
    /// that may be another tomorrow.
    /// </summary>
    public bool IsSettled =>
        IsComplete
        && Events.All(e => e.What != WhatHappens.LeftAlone || e.Notes[0].Fault is ImportFault.Past or ImportFault.CancelledThere);

    /// <summary>Nothing stands in the way of any event: each is stored, is here, or was meant to be left alone.</summary>
    public bool IsComplete => !IsRefused && Unreadable == 0 && Events.All(e => e.What is not (WhatHappens.Asked or WhatHappens.Refused));
}
