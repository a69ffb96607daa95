namespace Rallies.Web.Guards;

internal static class SafeRequests
{
    /// <summary>Whether it only reads (RFC 9110 §9.2.1), as browsers, crawlers and mail scanners do of themselves.</summary>
    public static bool IsSafe(this HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
}
