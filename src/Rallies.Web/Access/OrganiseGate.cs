using Rallies.Web.Guards;
using Rallies.Web.Public;
using Rallies.Web.UseCases;

namespace Rallies.Web.Access;

/// <summary>Stands before the console and its circuits: whoever holds a grant that works goes on, everybody else is asked for a private link. Roles are the console's own matter.</summary>
internal sealed class OrganiseGate(RequestDelegate next, GrantBook book, PrivateLinks links)
{
    public Task InvokeAsync(HttpContext context) => IsGuarded(context) ? AskForGrantAsync(context) : next(context);

    private static bool IsGuarded(HttpContext context) =>
        (context.Request.Path.StartsWithSegments(Addresses.Organise) || context.Request.Path.StartsWithSegments("/_blazor"))
        && context.GetEndpoint()?.Metadata.GetMetadata<NeedsNoGrant>() is null;

    private async Task AskForGrantAsync(HttpContext context)
    {
        PublicPage.NeverKept(context);
        var held = HeldGrants.Of(context.User);
        if ((await book.LiveAsync(held, context.RequestAborted)).Count == 0)
        {
            await PublicPage.Show<GatePage>(new GateModel(null), StatusCodes.Status403Forbidden).ExecuteAsync(context);
            return;
        }
        await links.NoteUseAsync(held, context.RequestAborted);
        if (!context.Request.IsSafe()) // a circuit begins with a POST, too: that of SignalR's negotiation
            await links.EndOlderAsync(held, context.RequestAborted);
        await next(context);
    }
}

/// <summary>Marks what lies under the console's address and is open to all.</summary>
internal sealed class NeedsNoGrant;
