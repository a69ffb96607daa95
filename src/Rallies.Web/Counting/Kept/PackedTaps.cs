using System.Text;
using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Counting.Kept;

/// <summary>Reads the octets of a rescue code: phone, rally and door once, then each tap beside the one before it.</summary>
internal ref struct PackedTaps(ReadOnlySpan<byte> packed)
{
    private const byte Version = 1;
    private static readonly Instant earliest = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant latest = Instant.FromUtc(2100, 1, 1, 0, 0);
    private ReadOnlySpan<byte> rest = packed;
    private bool isWhole = true;

    /// <summary>Null when it is not what a phone of ours packs.</summary>
    public KeptTaps? Read()
    {
        if (Byte() != Version)
            return null;
        var device = Id();
        var rally = Text();
        var door = Line();
        var taps = new List<KeptTap>();
        var (at, skew) = (0L, 0L);
        for (var left = Number(); left > 0 && isWhole; left--)
            taps.Add(Tap(ref at, ref skew));
        return isWhole && rest.IsEmpty && door.Length <= Domain.Counting.Tap.MaxDoorLength && taps.All(IsPlaceable)
            ? new KeptTaps(rally, device, door, taps)
            : null;
    }

    private KeptTap Tap(ref long at, ref long skew)
    {
        var flags = Byte();
        var kind = (TapKind)(flags & 7);
        var hasOwnTime = (flags & 16) == 0;
        var tail = hasOwnTime ? default : Take(10);
        var id = hasOwnTime ? Id() : Guid.Empty;
        at += Signed();
        skew += Signed();
        if (!hasOwnTime && tail.Length == 10)
            id = Timed(at, tail);
        var (count, undoes, low, high, method) = (1, (Guid?)null, (int?)null, (int?)null, "");
        if (kind is TapKind.In or TapKind.Out)
            count = Byte();
        else if (kind == TapKind.Undo)
            undoes = Id();
        else if (kind == TapKind.Estimate)
            (low, high, method) = ((int)Math.Min(Number(), int.MaxValue), (int)Math.Min(Number(), int.MaxValue), Line());
        else
            isWhole = false;
        isWhole &= method.Length <= Domain.Counting.Tap.MaxMethodLength && Math.Abs(at) < 1L << 50 && Math.Abs(skew) < 1L << 42;
        return new(
            id,
            kind,
            count,
            undoes,
            low,
            high,
            method,
            isWhole ? Instant.FromUnixTimeMilliseconds(at) : default,
            skew,
            (flags & 8) != 0
        );
    }

    private static bool IsPlaceable(KeptTap tap) => tap.At > earliest && tap.At < latest;

    // The id begins with the time at which the tap was made (RFC 9562 §5.7).
    private static Guid Timed(long at, ReadOnlySpan<byte> tail)
    {
        Span<byte> bytes = stackalloc byte[16];
        for (var i = 0; i < 6; i++)
            bytes[i] = (byte)(at >> (8 * (5 - i)));
        tail.CopyTo(bytes[6..]);
        return new Guid(bytes, bigEndian: true);
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        isWhole &= rest.Length >= length;
        if (!isWhole)
            return [];
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    private byte Byte() => Take(1) is [var one] ? one : (byte)0;

    private Guid Id() => Take(16) is { Length: 16 } bytes ? new Guid(bytes, bigEndian: true) : Guid.Empty;

    // Nobody's odd character may stop the commit that others are in.
    private string Line() => string.Concat(Text().Where(c => !char.IsControl(c)));

    private string Text() => Encoding.UTF8.GetString(Take(Byte()));

    // Seven bits an octet, the least first, the eighth says that more follow.
    private long Number()
    {
        var number = 0L;
        for (var shift = 0; shift < 56 && isWhole; shift += 7)
        {
            var next = Byte();
            number |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }
        isWhole = false;
        return 0;
    }

    // Zigzag: 0, -1, 1, -2, 2 …
    private long Signed() => Number() is var number && (number & 1) == 0 ? number >> 1 : -(number >> 1) - 1;
}
