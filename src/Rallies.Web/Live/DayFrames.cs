namespace Rallies.Web.Live;

/// <summary>One step of a day's board, for every kind of watcher; made when first asked for, and once.</summary>
public sealed class DayFrames
{
    private readonly Lazy<Frame>? whole;

    internal DayFrames(string day, Lazy<Frame>? whole, TownFrames? towns) => (Day, this.whole, Towns) = (day, whole, towns);

    public string Day { get; }

    /// <summary>For boards; null when this step is for towns alone.</summary>
    public Frame? Whole => whole?.Value;

    /// <summary>Null when this step is for boards alone.</summary>
    public TownFrames? Towns { get; }
}
