namespace Rallies.Web.Rehearsing;

/// <summary>How a played night went.</summary>
/// <param name="Delays">From a tap's sending to the board's showing it, the shortest first.</param>
/// <param name="BoardLost">How often the watching board lost its connection.</param>
/// <param name="Faults">What is wrong with the figures; none when the night went as it should.</param>
internal sealed record RehearsalReport(
    int Towns,
    int People,
    TimeSpan Took,
    Tally Tally,
    IReadOnlyList<TimeSpan> Delays,
    int BoardLost,
    IReadOnlyList<string> Faults
)
{
    /// <summary>Nothing lost, nothing doubled, nothing still waiting, and the board right.</summary>
    public bool IsRight => Faults.Count == 0 && Tally.Kept == 0 && Tally.Refused.IsEmpty;

    /// <summary>In whole sentences, one a line.</summary>
    public IEnumerable<string> Sentences()
    {
        yield return Said(
            $"Played {People:N0} people in {Towns:N0} towns, in {Took.TotalSeconds:N0} seconds: {Tally.Taps.Count:N0} taps and {Tally.CheckIns.Count:N0} check-ins are in the log."
        );
        yield return Said(
            $"The network: {Tally.NeverLeft:N0} requests never left, {Tally.AnswersLost:N0} answers were lost, {Tally.SentTwice:N0} batches were sent twice; at most {Tally.MostKept:N0} entries were kept on the phones at once."
        );
        if (Tally.ToldToWait > 0)
            yield return Said(
                $"The site asked {Tally.ToldToWait:N0} times to wait. Limits per address can be lifted for a rehearsal: start the site with --Rallies:Limits:Enabled false."
            );
        if (Delays.Count > 0)
            yield return Said(
                $"From a tap to the board: {Of(0.5):N1} s for half of them, {Of(0.95):N1} s at most for 95 in 100, {Delays[^1].TotalSeconds:N1} s at worst."
            );
        if (BoardLost > 0)
            yield return Said($"The board lost the site {BoardLost:N0} times and came back.");
        foreach (var (why, count) in Tally.Refused.OrderByDescending(r => r.Value))
            yield return Said($"Refused, {count:N0} times: {why}");
        if (Tally.Kept > 0)
            yield return Said($"{Tally.Kept:N0} entries still wait on the phones: the site did not take them in time.");
        foreach (var fault in Faults)
            yield return fault;
        if (IsRight)
            yield return "Every entry is in the log once, and the board shows what the log adds up to.";
    }

    private double Of(double part) => Delays[(int)((Delays.Count - 1) * part)].TotalSeconds;

    private static string Said(FormattableString sentence) => sentence.ToString(Words.WordServices.Languages[0]);
}
