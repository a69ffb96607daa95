using Rallies.Storage.Engines;

namespace Rallies.Web.Guards;

/// <summary>Whatever goes wrong unforeseen ends here: logged once, answered in a sentence, with nothing of the inside shown.</summary>
internal sealed partial class Mishaps(RequestDelegate next, ILogger<Mishaps> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested) { }
        catch (BadHttpRequestException e)
        {
            await AnswerAsync(
                context,
                e.StatusCode,
                e.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? "That is larger than this site takes."
                    : "That request could not be read."
            );
        }
        catch (Exception e) when (DiskTrouble.IsBehind(e))
        {
            LogMishap(context.GetEndpoint()?.DisplayName ?? "no endpoint", e);
            await AnswerAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                "The site cannot write to its disk just now, and nothing was recorded. Send it again in a minute.",
                retryAfter: "60"
            );
        }
        catch (Exception e)
        {
            LogMishap(context.GetEndpoint()?.DisplayName ?? "no endpoint", e);
            await AnswerAsync(
                context,
                StatusCodes.Status500InternalServerError,
                "Something went wrong on our side, and nothing was changed. Try again in a moment."
            );
        }
    }

    /// <param name="retryAfter">In seconds; null when trying again does not help.</param>
    private static async Task AnswerAsync(HttpContext context, int status, string sentence, string? retryAfter = null)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.RetryAfter = retryAfter;
        await Answer.Sentence(context, status, sentence).ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed.")]
    private partial void LogMishap(string endpoint, Exception exception);
}
