using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Rallies.Calendars.Checking;
using Rallies.Web.Feeds;

namespace Rallies.Web.Public.Subscribing;

/// <summary>How a feed of this site goes out: the rules of HTTP for feeds, H1 to H10, asked of the very code that sends it, without a network.</summary>
internal sealed class FeedDelivery(ShelvedFeed feed, FeedSubject subject, Instant now)
{
    public async Task<IReadOnlyList<DeliveryRule>> CheckAsync()
    {
        var plain = await FeedAnswer.ToAsync(HttpMethods.Get, "", feed, subject, now);
        var head = await FeedAnswer.ToAsync(HttpMethods.Head, "", feed, subject, now);
        var gzip = await FeedAnswer.ToAsync(HttpMethods.Get, "gzip", feed, subject, now);
        var brotli = await FeedAnswer.ToAsync(HttpMethods.Get, "br", feed, subject, now);
        var headers = plain.Headers;
        return
        [
            new("H1", head.Octets.Length == 0 && head.Headers.ContentLength == headers.ContentLength),
            new("H2", headers.ContentType == "text/calendar; charset=utf-8" && headers.XContentTypeOptions == "nosniff"),
            new("H3", IsTagged(plain) && headers.ETag == gzip.Headers.ETag && headers.ETag == brotli.Headers.ETag),
            new("H4", KnowsItsTag()),
            new("H5", IsDated(headers)),
            new("H6", HasAll(headers.ETag, headers.LastModified, headers.CacheControl, headers.Vary)),
            new("H7", IsPublic(headers)),
            new("H8", headers.Vary == "Accept-Encoding" && IsOneInEveryForm(plain, gzip, brotli)),
            new("H9", IsShownInPlace(headers.ContentDisposition.ToString())),
            new("H10", StringValues.IsNullOrEmpty(headers.SetCookie) && feed.Octets.Length <= CalendarCheck.MostOctets),
        ];
    }

    private static bool IsTagged(FeedAnswer plain) =>
        plain.Headers.ETag == $"W/\"{Base64Url.EncodeToString(SHA256.HashData(plain.Octets).AsSpan(0, 16))}\"";

    // RFC 9110 §13.2.2: a tag goes before a date; proxies add what they did to it.
    private bool KnowsItsTag()
    {
        var bare = feed.ETag[2..].Trim('"');
        return Has(feed.ETag)
            && Has($"\"other\", {feed.ETag}")
            && Has("*")
            && Has($"\"{bare}-gzip\"")
            && Has($"W/\"{bare};gzip\"")
            && !Has("\"other\"")
            && !Has("\"other\"", ShelvedFeed.HttpDate(now));
    }

    private bool IsDated(IHeaderDictionary headers) =>
        DateTimeOffset.TryParseExact(headers.LastModified, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
        && date <= now.ToDateTimeOffset()
        && Has(null, feed.LastModifiedText)
        && !Has(null, ShelvedFeed.HttpDate(feed.LastModified - Duration.FromSeconds(1)))
        && !Has(null, "yesterday");

    private bool Has(string? tags, string? since = null)
    {
        IHeaderDictionary asked = new HeaderDictionary();
        if (tags is not null)
            asked.IfNoneMatch = tags;
        if (since is not null)
            asked.IfModifiedSince = since;
        return FeedHeaders.SaysItHas(asked, feed);
    }

    private static bool IsPublic(IHeaderDictionary headers) =>
        headers.CacheControl == "public, max-age=300, stale-while-revalidate=600"
        && headers["X-Robots-Tag"] == "noindex"
        && headers.AccessControlAllowOrigin == "*";

    // An attachment would turn a visit into a download; a name of plain letters is understood by all.
    private static bool IsShownInPlace(string disposition) =>
        disposition.Split('"') is ["inline; filename=", var name, ""]
        && name.EndsWith(".ics", StringComparison.Ordinal)
        && !name.AsSpan(0, name.Length - 4).ContainsAnyExcept(FeedSubject.PathLetters);

    private static bool IsOneInEveryForm(FeedAnswer plain, FeedAnswer gzip, FeedAnswer brotli) =>
        StringValues.IsNullOrEmpty(plain.Headers.ContentEncoding)
        && plain.IsTheSameAs(plain, "", packed => packed)
        && gzip.IsTheSameAs(plain, "gzip", packed => new GZipStream(packed, CompressionMode.Decompress))
        && brotli.IsTheSameAs(plain, "br", packed => new BrotliStream(packed, CompressionMode.Decompress));

    private static bool HasAll(params ReadOnlySpan<StringValues> headers)
    {
        foreach (var header in headers)
            if (StringValues.IsNullOrEmpty(header))
                return false;
        return true;
    }
}
