using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Rallies.Web.Importing;

/// <summary>Which version of a calendar was fetched, as its server calls it (RFC 9110 §8.8).</summary>
/// <param name="At">The address that called it so, after all redirects, as a hash: such addresses are often secrets.</param>
/// <param name="Tag">The ETag as it came, at most <see cref="MostCharacters"/> long; empty for none.</param>
/// <param name="Changed">Last-Modified as it came, equally long at most; empty for none.</param>
public sealed record FetchedVersion(string At, string Tag, string Changed)
{
    public const int MostCharacters = 160;

    /// <summary>Null where the answer tells neither.</summary>
    public static FetchedVersion? Of(Uri address, HttpResponseMessage answer)
    {
        var version = new FetchedVersion(HashOf(address), Told(answer.Headers, "ETag"), Told(answer.Content.Headers, "Last-Modified"));
        return version.Tag.Length + version.Changed.Length > 0 ? version : null;
    }

    /// <summary>Asks for the calendar only if it is another by now; an address that did not call it so is not asked.</summary>
    /// <returns>Whether it asks.</returns>
    public bool Ask(HttpRequestMessage request)
    {
        if (At != HashOf(request.RequestUri!))
            return false;
        // As they came: many a server writes its tags without the quotation marks, and knows only those.
        if (Tag.Length > 0)
            request.Headers.TryAddWithoutValidation("If-None-Match", Tag);
        if (Changed.Length > 0)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", Changed);
        return true;
    }

    private static string Told(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && values.ToList() is [{ Length: <= MostCharacters } only]
        && only.All(c => c is >= ' ' and <= '~')
            ? only
            : "";

    private static string HashOf(Uri address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)));
}
