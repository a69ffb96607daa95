using NodaTime;
using Rallies.Domain;

namespace Rallies.Web.Importing;

/// <summary>One event of a calendar, and what importing it does.</summary>
public sealed record PlannedEvent
{
    public required EventKey Key { get; init; }
    public required WhatHappens What { get; init; }

    /// <summary>The line of the file on which it begins.</summary>
    public required int Line { get; init; }
    public required string Summary { get; init; }

    /// <summary>Null as long as it is not known.</summary>
    public Town? Town { get; init; }

    /// <summary>The towns it could be, where that is asked.</summary>
    public IReadOnlyList<Town> Towns { get; init; } = [];

    /// <summary>By the town's clock, or the event's own as long as no town is known.</summary>
    public required LocalDateTime Start { get; init; }
    public required LocalDateTime End { get; init; }
    public bool IsAllDay { get; init; }
    public string ZoneId { get; init; } = "";

    /// <summary>Empty while it is to be confirmed.</summary>
    public string Place { get; init; } = "";
    public WantedRally? Wanted { get; init; }
    public int Sequence { get; init; }
    public Instant? Stamp { get; init; }

    /// <summary>The rally it has become or would become; null as long as there is none.</summary>
    public int? RallyId { get; init; }

    /// <summary>The address of that rally: day and town.</summary>
    public (string Day, string Town)? Address { get; init; }
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Why it is left alone, asked about or refused, and whatever else is to be known.</summary>
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];

    /// <summary>The day of action of that rally; 0 as long as there is none.</summary>
    public int DayId { get; init; }

    /// <summary>Whether it is to be stored.</summary>
    public bool IsWanted => What is WhatHappens.Start or WhatHappens.Change or WhatHappens.CallOff;

    /// <summary>What somebody agrees to who has seen this line: any other deed has another mark.</summary>
    public string Mark =>
        $"{What} {Key.Uid} {Key.RecurrenceId} {RallyId} {Wanted?.Day.Id} {(Wanted is null ? "" : Convert.ToHexStringLower(Wanted.Hash()))}";
}
