namespace Rallies.Calendars.Reading;

/// <summary>Takes a stream into memory as far as a limit, and stops reading there.</summary>
internal static class BoundedStream
{
    private const int Piece = 16 * 1024;

    /// <summary>All of it, or its first octets up to one more than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>> TakeAsync(Stream stream, int limit, CancellationToken cancellation)
    {
        var taken = new byte[Math.Min(Piece, limit + 1L)];
        var length = 0;
        while (length <= limit)
        {
            if (length == taken.Length)
                Array.Resize(ref taken, (int)Math.Min(taken.Length * 2L, limit + 1L));
            var read = await stream.ReadAsync(taken.AsMemory(length), cancellation).ConfigureAwait(false);
            if (read == 0)
                break;
            length += read;
        }
        return taken.AsMemory(0, length);
    }
}
