using Rallies.Domain.Counting;

namespace Rallies.Web.Counting;

/// <summary>A check-in on its way to the writer: is the code right, has this device guessed too often, is there a crowd that must show it?</summary>
internal sealed class CheckInAtRally(CountWriter writer, CodeOnScreen screen, Crowds crowds, CodeTries tries)
{
    /// <summary>Null when this device has tried too many wrong codes.</summary>
    /// <param name="code">As typed; null when none was.</param>
    /// <exception cref="WriterBusyException">Nothing was recorded.</exception>
    public async Task<CheckInAnswer?> DoAsync(
        RallyCount rally,
        CheckIn checkIn,
        string? code,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var rallyId = rally.Rally.Id;
        var isCrowd = crowds.IsOne(rallyId, http.Connection.RemoteIpAddress);
        if (code is null)
            return await writer.DoAsync(new Arrival(rally, checkIn, isCrowd ? CodeGiven.Missing : CodeGiven.None), cancellation);

        var device = CodeTries.Device.Of(rallyId, http);
        if (tries.AreUsedUp(device))
            return null;
        var given = screen.IsRight(code, rallyId) ? CodeGiven.Right : CodeGiven.Wrong;
        var answer = await writer.DoAsync(new Arrival(rally, checkIn, given), cancellation);
        if (answer.Outcome == CheckInOutcome.WrongCode)
            tries.Wrong(device);
        return answer;
    }
}
