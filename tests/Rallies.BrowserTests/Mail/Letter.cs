using System.Text;
using System.Text.RegularExpressions;

namespace Rallies.BrowserTests.Mail;

/// <summary>A mail as somebody reads it: plain text, and the addresses in it.</summary>
public sealed partial record Letter(string Text)
{
    public IReadOnlyList<Uri> Links => [.. Address().Matches(Text).Select(link => new Uri(link.Value))];

    /// <summary>Reads one part of plain text, in the encodings of RFC 2045 §6 that a sender of text uses.</summary>
    /// <exception cref="FormatException">It is written in none of them.</exception>
    public static Letter Read(string source)
    {
        var (head, body) = source.Split("\r\n\r\n", 2) is [var first, var rest] ? (first, rest) : (source, "");
        var encoding = TransferEncoding().Match(head).Groups["name"].Value.ToLowerInvariant();
        return new(
            encoding switch
            {
                "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
                "quoted-printable" => Unquoted(body),
                "" or "7bit" => body,
                _ => throw new FormatException($"A mail came as {encoding}:\n{source}"),
            }
        );
    }

    // RFC 2045 §6.7: a line that ends in = goes on in the next; =C3=A9 are octets.
    private static string Unquoted(string body) =>
        Octets()
            .Replace(
                body.Replace("=\r\n", "", StringComparison.Ordinal),
                octets => Encoding.UTF8.GetString(Convert.FromHexString(octets.Value.Replace("=", "", StringComparison.Ordinal)))
            );

    [GeneratedRegex(@"^Content-Transfer-Encoding:\s*(?<name>\S+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex TransferEncoding();

    [GeneratedRegex("(=[0-9A-F]{2})+")]
    private static partial Regex Octets();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
