namespace Rallies.Domain.Counting;

/// <summary>What a rally's figure rests on; where there are several, the first of these.</summary>
public enum FigureKind
{
    /// <summary>The owner put it right, with a reason.</summary>
    Corrected,

    /// <summary>Counted at the doors: the most who were there at once.</summary>
    Counted,

    /// <summary>Somebody's careful look.</summary>
    Estimated,

    /// <summary>People checked themselves in.</summary>
    CheckedIn,
    None,
}
