using Microsoft.AspNetCore.Components.Authorization;
using Rallies.Web.Access;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Whoever sits at this circuit: the grants their browser brought along. What those are worth is asked at every use.</summary>
internal sealed class Visitor(AuthenticationStateProvider authentication)
{
    public async Task<HeldGrants> GrantsAsync() => HeldGrants.Of((await authentication.GetAuthenticationStateAsync()).User);
}
