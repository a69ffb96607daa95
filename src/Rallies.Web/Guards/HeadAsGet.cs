namespace Rallies.Web.Guards;

/// <summary>Answers HEAD as it would GET, without the body (RFC 9110 §9.3.2): pages know only GET.</summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        HttpMethods.IsHead(context.Request.Method) && !context.Request.Path.StartsWithSegments("/health")
            ? WithoutBodyAsync(context)
            : next(context);

    private async Task WithoutBodyAsync(HttpContext context)
    {
        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = body;
        }
    }
}
