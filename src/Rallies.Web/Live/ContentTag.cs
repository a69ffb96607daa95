using System.Security.Cryptography;

namespace Rallies.Web.Live;

/// <summary>Sixteen hexadecimal digits that differ when the content does: an entity tag without its quotes (RFC 9110 §8.8.3).</summary>
internal static class ContentTag
{
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
}
