namespace Rallies.Web.Public.Press;

/// <summary>
/// What journalists are told of a day at one moment, already in words. Page, text and paper show this same sheet, so that no figure
/// can differ between them.
/// </summary>
public sealed record PressSheet
{
    /// <summary>The day's slug.</summary>
    public required string Day { get; init; }
    public required string Title { get; init; }
    public required string Kicker { get; init; }

    /// <summary>"Saturday 3 June 2028, 6pm".</summary>
    public required string When { get; init; }

    /// <summary>The moment of the figures, with its zone.</summary>
    public required string Stamp { get; init; }

    /// <summary>That all of it is played; null on a real night.</summary>
    public required string? Warning { get; init; }

    /// <summary>The total with its range; null while there is none to tell.</summary>
    public required string? Figure { get; init; }

    /// <summary>What the figure counts; empty without one.</summary>
    public required string FigureOf { get; init; }
    public required IReadOnlyList<string> Facts { get; init; }
    public required IReadOnlyList<PressSection> Sections { get; init; }
}
