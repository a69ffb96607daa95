using Rallies.Domain.Counting;

namespace Rallies.Web.Door.Paper;

/// <summary>What became of a tally sheet: all of it was entered, or nothing.</summary>
internal sealed record SheetAnswer
{
    /// <summary>Taps recorded; none when the same numbers were entered before.</summary>
    public int Entered { get; init; }

    /// <summary>Of a sheet that was taken: a cell that was typed was entered before, whatever it said.</summary>
    public bool WasKnown { get; init; }

    /// <summary>They stand in the place of what was entered before.</summary>
    public bool Replaced { get; init; }

    /// <summary>What was entered before with other numbers, so that nothing was entered now.</summary>
    public IReadOnlyList<OtherNumber> Others { get; init; } = [];

    /// <summary>The mark by which it may be replaced; null when only a correction is left.</summary>
    public int? Replaceable { get; init; }

    public Refusal? Refused { get; init; }
}
