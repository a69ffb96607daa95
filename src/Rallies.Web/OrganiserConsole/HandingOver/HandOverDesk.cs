using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.HandingOver;

/// <summary>Whether somebody has a rally, and the use case that gives it to somebody.</summary>
internal sealed class HandOverDesk(OwnerReads reads, HandOverRally handing, Visitor visitor)
{
    public async Task<OwnerState?> OwnerAsync(int rallyId) => await reads.OfAsync(await visitor.GrantsAsync(), rallyId, default);

    public async Task<HandOverRally.Outcome> HandAsync(int rallyId, HandOverForm form) =>
        await handing.HandAsync(await visitor.GrantsAsync(), rallyId, form.Name.Trim(), form.Mail.Trim(), default);
}
