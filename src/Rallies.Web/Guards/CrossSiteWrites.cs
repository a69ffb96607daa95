using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Rallies.Web.Settings;

namespace Rallies.Web.Guards;

/// <summary>
/// Refuses writes that another site makes a visitor's browser send. A request that carries a cookie or a form must say that it comes
/// from here — by Sec-Fetch-Site, else by a matching Origin, else by the form's antiforgery token.
/// </summary>
internal sealed class CrossSiteWrites(RequestDelegate next, IAntiforgery antiforgery, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context) =>
        !Concerns(context.Request) || ComesFromHere(context.Request) ? next(context) : AskForTokenAsync(context);

    private async Task AskForTokenAsync(HttpContext context)
    {
        if (await CarriesTokenAsync(context))
        {
            await next(context);
            return;
        }
        await Answer
            .Sentence(
                context,
                StatusCodes.Status403Forbidden,
                "This was sent from another site, or the form had been open too long. Open the page again and send it from there."
            )
            .ExecuteAsync(context);
    }

    // Tokens are bound to whom they were made for, and this guard stands before the grants are read: the form may have been shown
    // before the first grant or after it.
    private async Task<bool> CarriesTokenAsync(HttpContext context)
    {
        try
        {
            if (await antiforgery.IsRequestValidAsync(context))
                return true;
            if ((await context.AuthenticateAsync()).Principal is not { } holder)
                return false;
            context.User = holder;
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException e)
        {
            throw new BadHttpRequestException("The form could not be read.", e);
        }
    }

    // The API takes no form at all: one that no browser sent is told so (415) instead of being suspected.
    private static bool Concerns(HttpRequest request) =>
        !request.IsSafe()
        && (
            request.Headers.Cookie.Count > 0
            || (request.HasFormContentType && (IsFromBrowser(request) || !request.Path.StartsWithSegments(Addresses.Api)))
        );

    private static bool IsFromBrowser(HttpRequest request) =>
        request.Headers.Origin.Count > 0 || request.Headers.ContainsKey("Sec-Fetch-Site");

    private bool ComesFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site == "same-origin";
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && address.Answers(HostString.FromUriComponent(from))
            && from.Scheme == request.Scheme
            && string.Equals(from.Authority, new Uri($"{request.Scheme}://{request.Host}").Authority, StringComparison.OrdinalIgnoreCase);
    }
}
