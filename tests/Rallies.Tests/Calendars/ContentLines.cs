using System.Text;
using System.Text.RegularExpressions;

namespace Rallies.Tests.Calendars;

/// <summary>Reads what the writer wrote, just enough for tests, and strictly: what the rules forbid makes a test fail.</summary>
internal static partial class ContentLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Lines as they stand in the file, each ended by CRLF, without it.</summary>
    public static byte[][] Physical(ReadOnlySpan<byte> file)
    {
        Assert.True(file.EndsWith("\r\n"u8), "the file does not end with CRLF");
        var lines = new List<byte[]>();
        foreach (var range in file[..^2].Split("\r\n"u8))
        {
            var line = file[range].ToArray();
            Assert.DoesNotContain((byte)'\r', line);
            Assert.DoesNotContain((byte)'\n', line);
            lines.Add(line);
        }
        return [.. lines];
    }

    /// <summary>Every physical line has to be whole UTF-8 by itself: a fold inside a character throws here.</summary>
    public static List<string> Unfolded(ReadOnlySpan<byte> file)
    {
        var lines = new List<string>();
        foreach (var line in Physical(file).Select(Strict.GetString))
        {
            if (line.StartsWith(' '))
                lines[^1] += line[1..];
            else
                lines.Add(line);
        }
        return lines;
    }

    /// <summary>What follows the name (and its parameters), or nothing.</summary>
    public static string? Find(ReadOnlySpan<byte> file, string name) =>
        Unfolded(file)
            .SingleOrDefault(line =>
                line.StartsWith(name + ":", StringComparison.Ordinal) || line.StartsWith(name + ";", StringComparison.Ordinal)
            )
            ?[(name.Length + 1)..];

    public static string Unescape(string value) => Escape().Replace(value, match => match.Value[1] is 'n' or 'N' ? "\n" : match.Value[1..]);

    [GeneratedRegex(@"\\[\\;,nN]")]
    private static partial Regex Escape();
}
