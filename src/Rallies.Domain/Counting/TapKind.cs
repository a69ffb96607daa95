namespace Rallies.Domain.Counting;

/// <summary>What a tap says.</summary>
public enum TapKind
{
    /// <summary>So many people came in at a door.</summary>
    In,

    /// <summary>So many people left.</summary>
    Out,

    /// <summary>An earlier tap of the same device was a mistake.</summary>
    Undo,

    /// <summary>Somebody looked over the square: between so many and so many.</summary>
    Estimate,

    /// <summary>The owner puts the figure right, and says why.</summary>
    Correction,
}
