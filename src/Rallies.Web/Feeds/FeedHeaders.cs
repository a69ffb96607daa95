using System.Globalization;
using NodaTime;

namespace Rallies.Web.Feeds;

/// <summary>Sends a feed as calendar programs like it: conditional, compressed when asked for, with a length, without a cookie.</summary>
internal static class FeedHeaders
{
    private static readonly string[] proxySuffixes = ["-gzip", ";gzip", "-br", ";br"];

    public static void WritePublic(IHeaderDictionary headers, ShelvedFeed feed, Instant now)
    {
        Write(headers, feed);
        headers.LastModified = LastModified(feed, now);
        headers.CacheControl = "public, max-age=300, stale-while-revalidate=600";
        headers.AccessControlAllowOrigin = "*";
    }

    /// <summary>
    /// Of a feed whose address is a secret: kept by whoever asked and nobody between, and asked for again each time. Told apart by its
    /// tag alone, as a pledge taken up again makes it no newer.
    /// </summary>
    public static void WritePrivate(IHeaderDictionary headers, ShelvedFeed feed)
    {
        Write(headers, feed);
        headers.CacheControl = "private, no-cache";
        headers["Referrer-Policy"] = "no-referrer";
    }

    // RFC 9110 §13.2.2: If-None-Match goes before If-Modified-Since. Proxies that compress add -gzip or ;gzip to the tag.
    public static bool SaysItHas(IHeaderDictionary request, ShelvedFeed feed)
    {
        if (request.IfNoneMatch is { Count: > 0 } tags)
            return tags == feed.ETag || tags.Any(line => (line ?? "").Split(',').Any(tag => Matches(tag, feed)));
        return request.IfModifiedSince is { Count: > 0 } date
            && DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            && feed.LastModified.ToDateTimeOffset() <= since;
    }

    public static Task SendBodyAsync(HttpContext http, ShelvedFeed feed, string disposition)
    {
        var (octets, encoding) = feed.For(http.Request.Headers.AcceptEncoding);
        var headers = http.Response.Headers;
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        headers.ContentType = "text/calendar; charset=utf-8";
        headers.ContentLength = octets.Length;
        headers.ContentDisposition = disposition;
        if (HttpMethods.IsHead(http.Request.Method))
            return Task.CompletedTask;
        // Without RequestAborted, for which a source would be made with every request: whoever has left ends the writing anyway.
        var writing = http.Response.BodyWriter.WriteAsync(octets);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    private static void Write(IHeaderDictionary headers, ShelvedFeed feed)
    {
        headers.ETag = feed.ETag;
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        headers["X-Robots-Tag"] = "noindex";
    }

    // RFC 9110 §8.8.2.1: never later than the answer itself. This very second may bring another change: only the one before is sure.
    private static string LastModified(ShelvedFeed feed, Instant now)
    {
        var second = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        return feed.LastModified < second ? feed.LastModifiedText : ShelvedFeed.HttpDate(second - Duration.FromSeconds(1));
    }

    private static bool Matches(string tag, ShelvedFeed feed)
    {
        var opaque = tag.Trim();
        if (opaque == "*")
            return true;
        if (opaque.StartsWith("W/", StringComparison.Ordinal))
            opaque = opaque[2..];
        opaque = opaque.Trim('"');
        foreach (var suffix in proxySuffixes)
            if (opaque.EndsWith(suffix, StringComparison.Ordinal))
                opaque = opaque[..^suffix.Length];
        return feed.ETag == $"W/\"{opaque}\"";
    }
}
