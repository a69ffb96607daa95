namespace Rallies.Web.Public;

/// <summary>The answer to a form that was taken: look there (RFC 9110 §15.4.4), so that a reload sends nothing again.</summary>
internal static class SeeOther
{
    public static IResult To(HttpContext http, string path)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = path;
        return Results.Empty;
    }
}
