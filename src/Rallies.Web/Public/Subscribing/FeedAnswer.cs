using Microsoft.Extensions.Primitives;
using NodaTime;
using Rallies.Web.Feeds;

namespace Rallies.Web.Public.Subscribing;

/// <summary>What a program would get that asks for a feed, from the code that sends it.</summary>
internal sealed record FeedAnswer(IHeaderDictionary Headers, byte[] Octets)
{
    public static async Task<FeedAnswer> ToAsync(string method, string acceptEncoding, ShelvedFeed feed, FeedSubject subject, Instant now)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext();
        (http.Request.Method, http.Response.Body) = (method, body);
        if (acceptEncoding.Length > 0)
            http.Request.Headers.AcceptEncoding = acceptEncoding;
        FeedHeaders.WritePublic(http.Response.Headers, feed, now);
        await FeedHeaders.SendBodyAsync(http, feed, subject.Inline);
        return new FeedAnswer(http.Response.Headers, body.ToArray());
    }

    /// <summary>Whether its length is told, and it unpacks to the octets of another answer.</summary>
    public bool IsTheSameAs(FeedAnswer plain, string encoding, Func<Stream, Stream> unpack)
    {
        if (Octets.Length != Headers.ContentLength)
            return false;
        // A host may have switched compression off, and small feeds gain nothing by it.
        if (StringValues.IsNullOrEmpty(Headers.ContentEncoding))
            return Octets.AsSpan().SequenceEqual(plain.Octets);
        using var unpacked = new MemoryStream();
        using (var stream = unpack(new MemoryStream(Octets)))
            stream.CopyTo(unpacked);
        return Headers.ContentEncoding == encoding && unpacked.ToArray().AsSpan().SequenceEqual(plain.Octets);
    }
}
