using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Rallies.Web.Counting;

namespace Rallies.Web.Api;

/// <summary>The ways in which the API says no (RFC 9457), each with a sentence for whoever reads the log of their program.</summary>
internal static class Problems
{
    public static ProblemHttpResult NotFound(string sentence) => TypedResults.Problem(sentence, statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult NotJson() =>
        TypedResults.Problem("Send a JSON object with the content type application/json.", statusCode: StatusCodes.Status400BadRequest);

    public static ProblemHttpResult OtherType() =>
        TypedResults.Problem("Send it as application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType);

    /// <summary>422, naming the field.</summary>
    public static ProblemHttpResult Field(string name, string sentence) =>
        TypedResults.Problem(
            sentence,
            statusCode: StatusCodes.Status422UnprocessableEntity,
            extensions: new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { [name] = [sentence] } }
        );

    public static ProblemHttpResult Conflict(string sentence, string? name = null, string? value = null) =>
        TypedResults.Problem(
            sentence,
            statusCode: StatusCodes.Status409Conflict,
            extensions: name is null ? null : new Dictionary<string, object?> { [name] = value }
        );

    public static ProblemHttpResult Later(HttpContext http, int status, TimeSpan wait, string sentence)
    {
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(sentence, statusCode: status);
    }

    /// <summary>503 with Retry-After when the writer is behind.</summary>
    public static TBuilder TellsWhenBusy<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(
            async (invocation, next) =>
            {
                try
                {
                    return await next(invocation);
                }
                catch (WriterBusyException busy)
                {
                    return Later(
                        invocation.HttpContext,
                        StatusCodes.Status503ServiceUnavailable,
                        WriterBusyException.RetryAfter,
                        $"{busy.Message} Send the same again shortly."
                    );
                }
            }
        );
}
