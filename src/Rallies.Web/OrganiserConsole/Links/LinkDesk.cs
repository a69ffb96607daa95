using Rallies.Domain.Permissions;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.Settings;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Links;

/// <summary>The links of one rally on an organiser's desk, and the use case that makes and revokes them.</summary>
internal sealed class LinkDesk(LinkReads reads, PrivateLinks links, DoorDevices devices, Visitor visitor, PublicAddress address)
{
    public async Task<IReadOnlyList<LinkLine>> ListAsync(int rallyId) => await reads.OfAsync(await visitor.GrantsAsync(), rallyId, default);

    /// <summary>The whole address, to be shown once; null when the visitor may not make it, or there are too many.</summary>
    public async Task<string?> MakeAsync(int rallyId, Role role, string name) =>
        await links.MakeAsync(await visitor.GrantsAsync(), rallyId, role, name.Trim(), default) is { } secret
            ? address.Absolute(Addresses.ForPrivateLink(secret.Text))
            : null;

    public async Task<Change> ShutOutAsync(Guid phone) => await devices.ShutOutAsync(await visitor.GrantsAsync(), phone, default);

    public async Task<Change> RevokeAsync(Guid link) => await links.RevokeAsync(await visitor.GrantsAsync(), link, default);
}
