using System.Runtime.CompilerServices;
using System.Text.Json;
using Rallies.Web.Live;

namespace Rallies.Web.Api;

/// <summary>One rally's row, written in one go: every check-in of a full square is answered with one, and those of one commit with the same.</summary>
internal sealed class RowAnswer(int status, BoardRow row) : IResult, IStatusCodeHttpResult
{
    private static readonly ConditionalWeakTable<BoardRow, byte[]> written = [];

    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var json = written.GetValue(row, row => JsonSerializer.SerializeToUtf8Bytes(row));
        var response = httpContext.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, "application/json; charset=utf-8", json.Length);
        await response.BodyWriter.WriteAsync(json, httpContext.RequestAborted);
    }
}
