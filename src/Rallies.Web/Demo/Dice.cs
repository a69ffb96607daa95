namespace Rallies.Web.Demo;

/// <summary>Believable chance that falls the same at every fill: SplitMix64 (Steele, Lea, Flood 2014), seeded by what it is thrown for.</summary>
internal sealed class Dice(string seed)
{
    private ulong state = seed.Aggregate(14695981039346656037UL, (hash, c) => (hash ^ c) * 1099511628211UL);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public bool OneIn(int sides) => Next() % (ulong)sides == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[(int)(Next() % (ulong)choices.Count)];

    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40); // RFC 9562 §5.4: version 4, as Guid lays its bytes out
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
