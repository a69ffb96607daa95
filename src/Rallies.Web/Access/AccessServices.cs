using Microsoft.AspNetCore.Authentication.Cookies;
using Rallies.Web.Settings;

namespace Rallies.Web.Access;

/// <summary>Private links instead of accounts: opening one gives the browser a grant in an encrypted cookie.</summary>
internal static class AccessServices
{
    public const string Scheme = "grants";
    public const string CookieName = "rallies-grants";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services
            .AddAuthentication(Scheme)
            .AddCookie(
                Scheme,
                options =>
                {
                    options.Cookie.Name = CookieName;
                    options.Cookie.HttpOnly = true;
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    // Browsers keep a cookie 400 days at most; not renewed on the way, as feeds and cached pages set no cookie.
                    options.ExpireTimeSpan = TimeSpan.FromDays(400);
                    options.SlidingExpiration = false;
                    options.Events = new CookieAuthenticationEvents();
                }
            );
        // Behind a proxy the request may look like plain http; the public address says what the browser sees.
        services
            .AddOptions<CookieAuthenticationOptions>(Scheme)
            .Configure<RalliesSettings>(
                (options, settings) =>
                {
                    if (settings.PublicUrl?.Scheme == Uri.UriSchemeHttps)
                        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                }
            );
        services.AddSingleton<GrantBook>();
        services.AddSingleton<LostLinks>().AddHostedService(provider => provider.GetRequiredService<LostLinks>());
        return services;
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        // No endpoint asks for a policy: roles are the permission table's. Left out, the host would put it before everything, feeds and all.
        app.UseAuthorization();
    }
}
