namespace Rallies.Web.Importing;

/// <summary>One row of a strike list, and what importing it does.</summary>
public sealed record PlannedLine
{
    /// <summary>Where the row begins in the file, from 1.</summary>
    public required int FileLine { get; init; }
    public required WhatHappens What { get; init; }

    /// <summary>Null where the row cannot be stored.</summary>
    public StrikeRow? Said { get; init; }

    /// <summary>Days, hours and dates in words.</summary>
    public string When { get; init; } = "";

    /// <summary>The dispute it belongs to, when that is here already.</summary>
    public int? DisputeId { get; init; }

    /// <summary>The picket line it is, when that is here already.</summary>
    public int? LineId { get; init; }
    public IReadOnlyList<Difference> Differences { get; init; } = [];
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];

    public bool IsWanted => What is WhatHappens.Start or WhatHappens.Change;

    /// <summary>What somebody agrees to who has seen this row.</summary>
    public string Mark => $"{What} {DisputeId} {LineId} {Said?.Hash()}";
}
