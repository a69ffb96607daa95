using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bunit;
using Rallies.Tests.Calendars;
using Rallies.Web.Layout;

namespace Rallies.Tests.Subscribing;

/// <summary>What is drawn is what a camera reads.</summary>
public sealed partial class QrCodeTests : BunitContext
{
    private const int QuietZone = 4;

    [Theory]
    [InlineData("webcal://rallies.example/calendar/all.ics")]
    [InlineData("webcal://rallies.example/calendar/regions/northern-ireland.ics?access=bsl,children,step-free&lang=cy&type=picket,rally")]
    public async Task A_reader_that_is_not_ours_reads_the_address(string address)
    {
        var squares = Drawn(address);

        var picture = string.Join('\n', squares.Select(row => string.Concat(row.Select(dark => dark ? '1' : '0'))));
        var script = await File.ReadAllTextAsync(
            Path.Combine(SourceTree.Root, "tests", "Rallies.Tests", "Subscribing", "read-with-jsqr.mjs"),
            Xunit.TestContext.Current.CancellationToken
        );
        var read = await OtherProgram.Run(
            "node",
            ["--input-type=module", "--eval", script],
            Encoding.ASCII.GetBytes(picture),
            SourceTree.WebAssets
        );
        if (read is null)
            Assert.Skip("Node.js was not found on PATH: install Node.js 20 or newer to have jsQR read our codes.");
        Assert.Equal((0, address, ""), (read.ExitCode, read.Output, read.Errors));
    }

    [Fact]
    public void Four_light_squares_stand_around_it()
    {
        var squares = Drawn("webcal://rallies.example/calendar/all.ics");

        var dark = squares.SelectMany((row, y) => row.Select((isDark, x) => (isDark, x, y))).Where(s => s.isDark).ToList();
        Assert.Equal((QuietZone, QuietZone), (dark.Min(s => s.x), dark.Min(s => s.y)));
        Assert.Equal((squares.Length - QuietZone - 1, squares.Length - QuietZone - 1), (dark.Max(s => s.x), dark.Max(s => s.y)));
    }

    // From the rectangles of the path, not from the code they were made of.
    private bool[][] Drawn(string text)
    {
        var svg = Render<QrCode>(p => p.Add(q => q.Text, text).Add(q => q.Alternative, "QR code")).Find("svg");
        var size = int.Parse(svg.GetAttribute("viewBox")!.Split(' ')[^1], CultureInfo.InvariantCulture);
        var squares = Enumerable.Range(0, size).Select(_ => new bool[size]).ToArray();
        var path = svg.QuerySelector(".qr-code-squares")!.GetAttribute("d")!;
        Assert.Equal(path, string.Concat(Rectangle().Matches(path).Select(m => m.Value)));
        foreach (Match rectangle in Rectangle().Matches(path))
        {
            var (x, y, width) = (Number(rectangle, "x"), Number(rectangle, "y"), Number(rectangle, "width"));
            squares[y].AsSpan(x, width).Fill(true);
        }
        return squares;
    }

    private static int Number(Match rectangle, string group) => int.Parse(rectangle.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<width>\d+)v1h-\k<width>z")]
    private static partial Regex Rectangle();
}
