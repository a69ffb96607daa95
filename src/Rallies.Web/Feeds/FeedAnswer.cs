using System.Globalization;
using Microsoft.AspNetCore.Http.Headers;
using NodaTime;

namespace Rallies.Web.Feeds;

/// <summary>Sends a feed as calendar programs like it: conditional, compressed when asked for, with a length, without a cookie.</summary>
internal sealed class FeedAnswer(ShelvedFeed feed, string fileName, bool download, Instant now) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        headers.ETag = feed.ETag;
        // RFC 9110 §8.8.2.1: never later than the answer itself. Several changes in one second run ahead of the clock.
        headers.LastModified = Instant.Min(feed.LastModified, now).ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);
        headers.CacheControl = "public, max-age=300, stale-while-revalidate=600";
        headers.Vary = "Accept-Encoding";
        headers.AccessControlAllowOrigin = "*";
        headers["X-Robots-Tag"] = "noindex";
        if (Has(request.GetTypedHeaders()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (octets, encoding) = Best(request.GetTypedHeaders());
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        response.ContentType = "text/calendar; charset=utf-8";
        response.ContentLength = octets.Length;
        headers.ContentDisposition = $"{(download ? "attachment" : "inline")}; filename=\"{fileName}\"";
        if (!HttpMethods.IsHead(request.Method))
            await response.BodyWriter.WriteAsync(octets, context.RequestAborted);
    }

    // RFC 9110 §13.2.2: If-None-Match goes before If-Modified-Since. Proxies that compress add -gzip or ;gzip to the tag.
    private bool Has(RequestHeaders headers)
    {
        var tags = headers.Headers.IfNoneMatch;
        if (tags.Count > 0)
            return tags.SelectMany(line => (line ?? "").Split(',')).Any(Matches);
        return headers.IfModifiedSince is { } since && feed.LastModified.ToDateTimeOffset() <= since;
    }

    private bool Matches(string tag)
    {
        var opaque = tag.Trim();
        if (opaque == "*")
            return true;
        if (opaque.StartsWith("W/", StringComparison.Ordinal))
            opaque = opaque[2..];
        opaque = opaque.Trim('"');
        foreach (var suffix in new[] { "-gzip", ";gzip", "-br", ";br" })
            if (opaque.EndsWith(suffix, StringComparison.Ordinal))
                opaque = opaque[..^suffix.Length];
        return feed.ETag == $"W/\"{opaque}\"";
    }

    private (ReadOnlyMemory<byte> Octets, string? Encoding) Best(RequestHeaders headers)
    {
        double Wish(string encoding) =>
            headers.AcceptEncoding.FirstOrDefault(e => e.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) is { } named
                ? named.Quality ?? 1
            : headers.AcceptEncoding.FirstOrDefault(e => e.Value.Equals("*", StringComparison.Ordinal)) is { } any ? any.Quality ?? 1
            : 0;
        if (feed.Brotli is { } brotli && Wish("br") > 0 && Wish("br") >= Wish("gzip"))
            return (brotli, "br");
        return feed.Gzip is { } gzip && Wish("gzip") > 0 ? (gzip, "gzip") : (feed.Octets, null);
    }
}
