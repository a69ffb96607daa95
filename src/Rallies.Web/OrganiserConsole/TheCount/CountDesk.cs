using Rallies.Domain.Counting;
using Rallies.Web.Counting;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.TheCount;

/// <summary>What an owner does to a rally's figure: closes the counting, signs it, puts it right.</summary>
internal sealed class CountDesk(CloseCounting close, CorrectFigure correct, TakeInTaps takeIn, TakenInReads takenIn, Visitor visitor)
{
    public async Task<Change> CloseAsync(int rallyId) => await close.CloseAsync(await visitor.GrantsAsync(), rallyId, default);

    public async Task<Change> SignAsync(int rallyId) => await close.SignAsync(await visitor.GrantsAsync(), rallyId, default);

    public async Task<Corrected> CorrectAsync(string day, string town, CorrectionForm form)
    {
        try
        {
            var (low, high) = form.ToFigures();
            var refusal = await correct.CorrectAsync(await visitor.GrantsAsync(), day, town, low, high, form.Reason, default);
            return refusal switch
            {
                null => Corrected.Recorded,
                Refusal.NotOpen => Corrected.NotOpen,
                _ => Corrected.NotAllowed,
            };
        }
        catch (WriterBusyException)
        {
            return Corrected.Busy;
        }
    }

    /// <summary>Null when the visitor may not.</summary>
    /// <exception cref="WriterBusyException">The same again counts once.</exception>
    public async Task<TapsTakenIn?> TakeInAsync(string day, string town, string text) =>
        await takeIn.DoAsync(await visitor.GrantsAsync(), day, town, text, default);

    /// <summary>Taps taken in so far, and those among them of phones whose link has been revoked.</summary>
    public async Task<TakenInSoFar> TakenInAsync(int rallyId) => await takenIn.OfAsync(await visitor.GrantsAsync(), rallyId, default);
}
