using Microsoft.AspNetCore.Authentication;

namespace Rallies.Web.Access;

/// <summary>Gives this browser a grant, and takes all of them away again.</summary>
internal static class GrantCookie
{
    public static Task GiveAsync(HttpContext http, Guid grant) =>
        http.SignInAsync(
            AccessServices.Scheme,
            HeldGrants.Of(http.User).With(grant).ToPrincipal(),
            new AuthenticationProperties { IsPersistent = true }
        );

    public static Task TakeAwayAsync(HttpContext http) => http.SignOutAsync(AccessServices.Scheme);
}
