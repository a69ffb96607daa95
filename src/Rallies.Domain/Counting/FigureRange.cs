namespace Rallies.Domain.Counting;

/// <summary>From how many people to how many; the difference of two may be negative.</summary>
public readonly record struct FigureRange(int Low, int High)
{
    public static FigureRange operator +(FigureRange one, FigureRange other) => new(one.Low + other.Low, one.High + other.High);

    public static FigureRange operator -(FigureRange one, FigureRange other) => new(one.Low - other.Low, one.High - other.High);
}
