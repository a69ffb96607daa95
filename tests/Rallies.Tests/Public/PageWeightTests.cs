using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Tests.Site;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Public;

/// <summary>What a cold phone transfers for a page, compressed, the fonts of every script included.</summary>
public sealed partial class PageWeightTests
{
    private const int MostBytes = 100_000;
    private static readonly string[] towns = ["leeds", "bradford", "wakefield", "harrogate", "york", "goole"];

    [Theory]
    [InlineData(1)]
    [InlineData(3)] // on the night it follows its figure
    public async Task A_rally_weighs_less_than_a_hundred_kilobytes(int date)
    {
        await using var site = new RalliesSite();
        site.Clock.Now = FakeClock.At("Europe/London", new(2028, 6, date, 18, 0)).Now;
        var day = Some.Day();
        await site.Holds(day);
        await site.Holds([.. towns.Select(town => (object)Some.Rally(day, town))]);
        await site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day.Id));

        var weights = await Weigh(site.Visitor(), "/3rd-june/leeds");

        Assert.Contains(weights, w => w.Key.EndsWith(".woff2", StringComparison.Ordinal));
        Assert.Contains(weights, w => w.Key.EndsWith(".js", StringComparison.Ordinal));
        Assert.Equal(date == 3, weights.Keys.Any(k => k.Contains("/town.", StringComparison.Ordinal)));
        Assert.True(weights.Values.Sum() < MostBytes, string.Join('\n', weights.Select(w => $"{w.Value, 7} {w.Key}")));
    }

    private static async Task<Dictionary<string, int>> Weigh(HttpClient visitor, string page)
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
