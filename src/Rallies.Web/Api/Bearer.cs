using Rallies.Domain.Permissions;
using Rallies.Web.Access;

namespace Rallies.Web.Api;

/// <summary>A private link's secret, or a door phone's token, in the Authorization header (RFC 6750).</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer ";

    /// <summary>What the secret stands for, revoked or not; null when it is nobody's.</summary>
    public static async Task<Credential?> FindAsync(HttpContext http, GrantBook grants, CancellationToken cancellation)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && Secret.TryParse(header[Scheme.Length..], out var secret)
            ? await grants.FindEvenRevokedAsync(secret, cancellation)
            : null;
    }

    public static IResult Unknown(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(
            "Send the secret of a steward's link: Authorization: Bearer SECRET.",
            statusCode: StatusCodes.Status401Unauthorized
        );
    }
}
