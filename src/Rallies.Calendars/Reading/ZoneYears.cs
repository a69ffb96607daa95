namespace Rallies.Calendars.Reading;

/// <summary>How many years may still be looked through for the rules of zones, in this file.</summary>
internal sealed class ZoneYears(ReadingLimits limits)
{
    private int left = limits.ZoneYears;

    /// <summary>Whether one more may be looked through in which the clock changes that often; oftener than once it counts as several.</summary>
    public bool Take(int changes) => (left -= Math.Max(changes, 1)) >= 0;
}
