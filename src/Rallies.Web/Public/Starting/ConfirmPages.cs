using Rallies.Domain.Permissions;
using Rallies.Web.Guards;
using Rallies.Web.UseCases;

namespace Rallies.Web.Public.Starting;

/// <summary>What the mailed link opens: a page whose one button confirms the address. Mail programs follow links; they press no buttons.</summary>
internal static class ConfirmPages
{
    public static void MapConfirming(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.ConfirmContact, ShowAsync).Limited(RateLimited.OpeningLinks);
        pages.MapPost(Addresses.ConfirmContact, ConfirmAsync).DisableAntiforgery().Limited(RateLimited.OpeningLinks);
    }

    private static async Task<IResult> ShowAsync(string secret, HttpContext http, ContactAddress contact, CancellationToken cancellation)
    {
        KeepToOurselves(http);
        return Secret.TryParse(secret, out var parsed) && await contact.IsWaitingAsync(parsed, cancellation)
            ? PublicPage.Show<ConfirmPage>(new ConfirmModel(parsed.Text, null, null))
            : PublicPage.Show<ConfirmGonePage>(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ConfirmAsync(string secret, HttpContext http, ContactAddress contact, CancellationToken cancellation)
    {
        KeepToOurselves(http);
        return Secret.TryParse(secret, out var parsed) && await contact.ConfirmAsync(parsed, cancellation) is var (day, town)
            ? PublicPage.Show<ConfirmPage>(new ConfirmModel(parsed.Text, day, town))
            : PublicPage.Show<ConfirmGonePage>(StatusCodes.Status404NotFound);
    }

    private static void KeepToOurselves(HttpContext http)
    {
        PublicPage.NeverKept(http);
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
    }
}

/// <summary>The address of a rally to be confirmed, or confirmed once day and town are named.</summary>
public sealed record ConfirmModel(string Secret, string? Day, string? Town);
