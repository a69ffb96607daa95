using Microsoft.AspNetCore.Authentication.Cookies;

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
        services.AddSingleton<GrantBook>();
        return services;
    }

    public static void UseAccess(this WebApplication app) => app.UseAuthentication();
}
