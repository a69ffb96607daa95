using Rallies.Domain.Counting;

namespace Rallies.Web.Door.Paper;

/// <summary>What became of a tally sheet: all of it was entered, or nothing.</summary>
internal sealed record SheetAnswer
{
    /// <summary>Taps recorded; none when the same numbers were entered before.</summary>
    public int Entered { get; init; }

    /// <summary>Something of it was entered before, whatever it says now.</summary>
    public bool WasKnown { get; init; }

    /// <summary>They stand in the place of what was entered before.</summary>
    public bool Replaced { get; init; }

    /// <summary>What was entered before with other numbers, so that nothing was entered now.</summary>
    public IReadOnlyList<OtherNumber> Others { get; init; } = [];

    /// <summary>The mark by which it may be replaced; null when only a correction is left.</summary>
    public int? Replaceable { get; init; }

    public Refusal? Refused { get; init; }
}
