using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Rallies.Tests.Public;

/// <summary>What a cold phone transfers for a page and all it loads along, compressed, by address.</summary>
internal static partial class Weight
{
    public static async Task<Dictionary<string, int>> Of(HttpClient visitor, string page)
    {
        var weights = new Dictionary<string, int>();
        var waiting = new Queue<string>([page]);
        while (waiting.TryDequeue(out var address))
        {
            if (weights.ContainsKey(address))
                continue;
            var body = await visitor.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
            var isPacked = address.EndsWith(".woff2", StringComparison.Ordinal) || address.EndsWith(".png", StringComparison.Ordinal);
            weights[address] = isPacked ? body.Length : Packed(body);
            var text = isPacked ? "" : System.Text.Encoding.UTF8.GetString(body);
            foreach (Match link in LoadedAlong().Matches(text))
                waiting.Enqueue(new Uri(new Uri($"http://site{address}"), link.Groups["address"].Value).AbsolutePath);
        }
        return weights;
    }

    private static int Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(body);
        return (int)packed.Length;
    }

    [GeneratedRegex(
        """<link rel="(icon|stylesheet)" href="(?<address>[^"]+)"|<script[^>]+src="(?<address>[^"]+)"|url\("?(?<address>[^)"]+\.(woff2|svg))"?\)"""
    )]
    private static partial Regex LoadedAlong();
}
