using Rallies.Web.Demo;

namespace Rallies.Web.Rehearsing;

/// <summary>
/// What a phone in a full square has for a network: requests that never leave, answers that never come, and spells without anything.
/// One phone in six is dead for a while.
/// </summary>
internal sealed class PlayedNetwork : DelegatingHandler
{
    private const int OneIsLostIn = 20;
    private readonly Func<TimeSpan> now;
    private readonly IReadOnlyList<(TimeSpan From, TimeSpan To)> spells;
    private readonly Dice dice;
    private readonly Tally tally;

    public PlayedNetwork(HttpMessageHandler inner, Func<TimeSpan> now, TimeSpan lasts, Dice dice, Tally tally)
        : base(inner)
    {
        (this.now, this.dice, this.tally) = (now, dice, tally);
        spells = [.. Enumerable.Range(0, dice.Between(0, 2)).Select(_ => Spell(lasts, dice.Between(1, 80)))];
        if (dice.OneIn(6))
            spells = [.. spells, Spell(lasts, 250)];
    }

    public bool IsOut => spells.Any(s => s.From <= now() && now() < s.To);

    /// <summary>A request that took too long, and not one that was called off.</summary>
    public static bool IsTimeout(Exception failure, CancellationToken cancellation) =>
        failure is OperationCanceledException && !cancellation.IsCancellationRequested;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsOut || dice.OneIn(OneIsLostIn))
            throw Failed(ref tally.NeverLeft);
        var answer = await base.SendAsync(request, cancellationToken);
        if (!IsOut && !dice.OneIn(OneIsLostIn))
            return answer;
        answer.Dispose();
        throw Failed(ref tally.AnswersLost);
    }

    private static HttpRequestException Failed(ref int counter)
    {
        Interlocked.Increment(ref counter);
        return new HttpRequestException("The played network failed.");
    }

    // In thousandths of the night.
    private (TimeSpan From, TimeSpan To) Spell(TimeSpan lasts, int part)
    {
        var from = dice.Between(0, 900);
        return (lasts * from / 1000, lasts * (from + part) / 1000);
    }
}
