namespace Rallies.Calendars.Reading;

/// <summary>How many years may still be looked through for the rules of zones, in this file.</summary>
internal sealed class ZoneYears(ReadingLimits limits)
{
    private int left = limits.ZoneYears;

    /// <summary>Whether one more may be looked through.</summary>
    public bool TakeOne() => left > 0 && left-- > 0;
}
