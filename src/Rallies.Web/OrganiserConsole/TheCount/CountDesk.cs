using Rallies.Domain.Counting;
using Rallies.Web.Counting;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.TheCount;

/// <summary>What an owner does to a rally's figure: closes the counting, signs it, puts it right.</summary>
internal sealed class CountDesk(CloseCounting close, CorrectFigure correct, Visitor visitor)
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
}
