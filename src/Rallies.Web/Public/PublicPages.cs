using System.Globalization;
using Rallies.Web.Public.Front;

namespace Rallies.Web.Public;

/// <summary>The pages everybody may read.</summary>
internal static class PublicPages
{
    public static readonly CultureInfo[] Languages = [new("en-GB"), new("cy-GB")];

    public static IServiceCollection AddPublicPages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    public static void MapPublicPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.Front, () => PublicPage.Show<FrontPage>());
        app.MapFallback((HttpContext context) => PublicPage.NotFound(context));
    }
}
