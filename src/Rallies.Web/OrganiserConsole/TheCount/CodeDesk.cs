using Rallies.Web.Counting;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.TheCount;

/// <summary>The check-in code of one rally on an organiser's desk, and the use case that asks for it or no more.</summary>
internal sealed class CodeDesk(CodeReads reads, AskForCode ask, CodeOnScreen screen, Visitor visitor)
{
    private int rallyId;

    public bool IsAsked { get; private set; }

    /// <summary>Six digits; null while nobody is asked for them.</summary>
    public string? Code => IsAsked ? screen.Now(rallyId) : null;

    public async Task OpenAsync(int rally)
    {
        rallyId = rally;
        IsAsked = await reads.IsAskedAsync(await visitor.GrantsAsync(), rally, default);
    }

    public async Task<Change> TurnAsync(bool on)
    {
        var held = await visitor.GrantsAsync();
        var ended = await (on ? ask.AskAsync(held, rallyId, default) : ask.AskNoMoreAsync(held, rallyId, default));
        await OpenAsync(rallyId);
        return ended;
    }
}
