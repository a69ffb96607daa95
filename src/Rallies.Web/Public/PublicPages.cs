using Rallies.Web.Public.Front;

namespace Rallies.Web.Public;

/// <summary>The pages everybody may read.</summary>
internal static class PublicPages
{
    public static IServiceCollection AddPublicPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    public static void MapPublicPages(this WebApplication app)
    {
        var pages = app.MapGroup("").WithFingerprintedAssets(app);
        pages.MapGet(Addresses.Front, () => PublicPage.Show<FrontPage>());
        pages.MapFallback("{**path}", (HttpContext context) => PublicPage.NotFound(context));
    }
}
