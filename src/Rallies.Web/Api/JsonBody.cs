using System.Buffers;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Rallies.Web.Api;

/// <summary>Reads a body that may be anything, up to a size.</summary>
internal static class JsonBody
{
    // What is nested in one tap is that tap's fault, and not the whole body's. No deeper: the work grows with the square of the depth.
    private static readonly JsonDocumentOptions deep = new() { MaxDepth = 512 };

    /// <summary>The object, or the status that says why there is none: 400, 413 or 415.</summary>
    public static async Task<(JsonDocument? Json, int Status)> ReadAsync(HttpRequest request, int mostBytes, CancellationToken cancellation)
    {
        if (!IsJson(request))
            return (null, StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > mostBytes)
            return (null, StatusCodes.Status413PayloadTooLarge);
        var body = await request.BodyReader.ReadAtLeastAsync(mostBytes + 1, cancellation);
        try
        {
            return body.Buffer.Length > mostBytes ? (null, StatusCodes.Status413PayloadTooLarge) : Parse(body.Buffer);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.Buffer.End);
        }
    }

    // Nothing+json: the contract takes application/json only.
    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static (JsonDocument? Json, int Status) Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            // Copied, as the document outlives the request's buffer.
            var json = JsonDocument.Parse(body.ToArray(), deep);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? (json, StatusCodes.Status200OK)
                : (null, StatusCodes.Status400BadRequest);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }
}
