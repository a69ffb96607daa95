using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Public.Forms;
using Rallies.Web.Reads;

namespace Rallies.Web.Door.Paper;

/// <summary>What the pages of a tally sheet show.</summary>
/// <param name="Quarters">Rows, the earliest first.</param>
/// <param name="DoorAddress">Whole, for the code on the sheet.</param>
public sealed record PaperModel(NamedRally Rally, IReadOnlyList<Quarter> Quarters, Instant Now, string DoorAddress)
{
    public PaperAnswers Answers { get; init; } = new();
    public IReadOnlyList<Fault> Faults { get; init; } = [];
    public Refusal? Refused { get; init; }
    public bool IsBusy { get; init; }

    /// <summary>Taps just entered; null on a fresh page.</summary>
    public int? Entered { get; init; }

    /// <summary>What was just entered stands in the place of what was entered before.</summary>
    public bool Replaced { get; init; }

    /// <summary>What was entered before with other numbers.</summary>
    public IReadOnlyList<OtherNumber> Others { get; init; } = [];

    /// <summary>What may be replaced, as it was seen; null when only a correction is left.</summary>
    public int? Replaceable { get; init; }

    public bool MayCorrect { get; init; }
}
