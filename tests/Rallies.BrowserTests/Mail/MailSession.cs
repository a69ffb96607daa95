using System.Text;

namespace Rallies.BrowserTests.Mail;

/// <summary>One conversation of RFC 5321, the receiving side: just what it takes to be handed mails.</summary>
internal static class MailSession
{
    /// <param name="deliver">Takes a recipient's address and the mail's source.</param>
    public static async Task Take(Stream stream, Action<string, string> deliver)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.example");
        var recipient = "";
        while (await reader.ReadLineAsync() is { } said)
        {
            var verb = said.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "RCPT")
                recipient = said[(said.IndexOf('<') + 1)..said.IndexOf('>')];
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on, and end with a dot");
                deliver(recipient, await Source(reader));
            }
            await writer.WriteLineAsync(verb == "QUIT" ? "221 goodbye" : "250 as you say");
        }
    }

    // RFC 5321 §4.5.2: the dot that a line begins with was doubled; a lone one ends the mail.
    private static async Task<string> Source(StreamReader reader)
    {
        var source = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            source.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return source.ToString();
    }
}
