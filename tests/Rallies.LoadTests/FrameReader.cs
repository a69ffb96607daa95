using System.Collections.Concurrent;
using System.Text.Json;

namespace Rallies.LoadTests;

/// <summary>One program that reads the whole stream: which frame told of which row, and how large frames are.</summary>
internal sealed class FrameReader : IAsyncDisposable
{
    private readonly CancellationTokenSource over = new();
    private readonly ConcurrentDictionary<string, List<(long Row, long Frame)>> rows = new(StringComparer.Ordinal);
    private readonly Task reading;

    public FrameReader(int port) => reading = ReadAsync(port);

    public static async IAsyncEnumerable<string> FramesAsync(
        int port,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        await using var body = await client.GetStreamAsync($"http://127.0.0.1:{port}/tonight/live/stream", cancellation);
        using var lines = new StreamReader(body);
        while (await lines.ReadLineAsync(cancellation) is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                yield return line["data: ".Length..];
    }

    /// <summary>The version of the frame in which this row, or a later one of its town, was first told.</summary>
    public long? FrameOf(string town, long version)
    {
        if (!rows.TryGetValue(town, out var told))
            return null;
        lock (told)
            return told.Where(t => t.Row >= version).Select(t => (long?)t.Frame).FirstOrDefault();
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await reading;
        over.Dispose();
    }

    private async Task ReadAsync(int port)
    {
        try
        {
            await foreach (var text in FramesAsync(port, over.Token))
            {
                using var frame = JsonDocument.Parse(text);
                var version = frame.RootElement.GetProperty("version").GetInt64();
                foreach (var row in frame.RootElement.GetProperty("rallies").EnumerateArray())
                {
                    var told = rows.GetOrAdd(row.GetProperty("town").GetString()!, _ => []);
                    lock (told)
                        told.Add((row.GetProperty("version").GetInt64(), version));
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The measurement is over.
        }
    }
}
