using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>Six digits on the square's screen that change every five minutes; the ones before are good too, as people walk while they type.</summary>
public static class CheckInCode
{
    public static readonly Duration ChangesEvery = Duration.FromMinutes(5);

    /// <param name="key">The rally's own, derived from the site's key.</param>
    public static string At(Instant now, ReadOnlySpan<byte> key) => OfTurn(Turn(now), key);

    /// <summary>Until the next code; more than nothing, five minutes at most.</summary>
    public static Duration Left(Instant now) => Instant.FromUnixTimeSeconds((Turn(now) + 1) * (long)ChangesEvery.TotalSeconds) - now;

    public static bool IsRight(string code, Instant now, ReadOnlySpan<byte> key)
    {
        var given = Encoding.UTF8.GetBytes(code.Trim());
        var turn = Turn(now);
        return IsSame(given, OfTurn(turn, key)) | IsSame(given, OfTurn(turn - 1, key));
    }

    private static long Turn(Instant now) => now.ToUnixTimeSeconds() / (long)ChangesEvery.TotalSeconds;

    private static string OfTurn(long turn, ReadOnlySpan<byte> key)
    {
        Span<byte> message = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, turn);
        var hash = HMACSHA256.HashData(key, message);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static bool IsSame(byte[] given, string code) => CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(code));
}
