namespace Rallies.Domain.Counting;

/// <summary>
/// What a sum of rallies rests on. A rally stands in one of the four, with the figure it is known by: whoever checked in where a door
/// counts is in none.
/// </summary>
public readonly record struct FigureSources(FigureRange Corrected, FigureRange Counted, FigureRange Estimated, FigureRange CheckedIn)
{
    /// <summary>The surest first, and last what mostly has a range.</summary>
    public static IReadOnlyList<FigureKind> Kinds { get; } =
    [FigureKind.Counted, FigureKind.Corrected, FigureKind.CheckedIn, FigureKind.Estimated];

    public int Low => Corrected.Low + Counted.Low + Estimated.Low + CheckedIn.Low;

    public int High => Corrected.High + Counted.High + Estimated.High + CheckedIn.High;

    public static FigureSources Of(Headcount count)
    {
        var range = new FigureRange(count.Low, count.High);
        return count.Kind switch
        {
            FigureKind.Corrected => new() { Corrected = range },
            FigureKind.Counted => new() { Counted = range },
            FigureKind.Estimated => new() { Estimated = range },
            FigureKind.CheckedIn => new() { CheckedIn = range },
            _ => default,
        };
    }

    public FigureRange Of(FigureKind kind) =>
        kind switch
        {
            FigureKind.Corrected => Corrected,
            FigureKind.Counted => Counted,
            FigureKind.Estimated => Estimated,
            FigureKind.CheckedIn => CheckedIn,
            _ => default,
        };

    public static FigureSources operator +(FigureSources one, FigureSources other) =>
        new(one.Corrected + other.Corrected, one.Counted + other.Counted, one.Estimated + other.Estimated, one.CheckedIn + other.CheckedIn);

    public static FigureSources operator -(FigureSources one, FigureSources other) =>
        new(one.Corrected - other.Corrected, one.Counted - other.Counted, one.Estimated - other.Estimated, one.CheckedIn - other.CheckedIn);
}
