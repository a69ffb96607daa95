using System.Text.Json;
using Rallies.Web.Live;

namespace Rallies.Web.Api;

/// <summary>One rally's row, written in one go: every check-in of a full square is answered with one.</summary>
internal sealed class RowAnswer(int status, BoardRow row) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(row);
        var response = httpContext.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, "application/json; charset=utf-8", json.Length);
        await response.BodyWriter.WriteAsync(json, httpContext.RequestAborted);
    }
}
