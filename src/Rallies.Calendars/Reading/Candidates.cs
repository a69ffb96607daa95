namespace Rallies.Calendars.Reading;

/// <summary>How many dates of recurrences may still be looked at, in this file.</summary>
internal sealed class Candidates(ReadingLimits limits)
{
    private int ofFile = limits.CandidatesPerFile;
    private int ofSeries;

    public void BeginSeries() => ofSeries = limits.CandidatesPerSeries;

    /// <summary>Whether that many more may be looked at.</summary>
    public bool Take(int number)
    {
        ofSeries -= number;
        ofFile -= number;
        return ofSeries >= 0 && ofFile >= 0;
    }
}
