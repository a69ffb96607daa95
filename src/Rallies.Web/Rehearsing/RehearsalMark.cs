using System.Security.Cryptography;

namespace Rallies.Web.Rehearsing;

/// <summary>
/// Ids of what a rehearsal plays: UUIDs of version 8 (RFC 9562 §5.8) with 74 random bits, whose last six bytes say what they are, so
/// that every played entry can be found and taken off again.
/// </summary>
internal static class RehearsalMark
{
    private static ReadOnlySpan<byte> Tail => "rehear"u8;

    public static Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[..10]);
        Tail.CopyTo(bytes[10..]);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public static bool IsOn(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return bytes.EndsWith(Tail);
    }
}
