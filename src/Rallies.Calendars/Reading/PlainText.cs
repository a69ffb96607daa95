using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace Rallies.Calendars.Reading;

/// <summary>
/// Takes the tags out of HTML, as Google's and Outlook's descriptions have it: one pass, nothing is rendered or fetched. Text without a
/// tag of HTML stays as it is, so that "a &lt; b" and "&lt;https://example.org&gt;" are kept.
/// </summary>
internal static class PlainText
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Tags = (
        "a abbr address area article aside audio b base big blockquote body br button canvas center code dd del div dl dt em embed "
        + "fieldset figure font footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li link main map "
        + "math meta nav object ol option p pre q s script section select small source span strike strong style sub sup svg table tbody "
        + "td textarea tfoot th thead title tr track tt u ul video"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Breaking = "br p div li tr h1 h2 h3 h4 h5 h6 ul ol table blockquote hr"
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string From(string text)
    {
        if (!text.Contains('<'))
            return text;
        var plain = new StringBuilder(text.Length);
        var lastEnd = text.LastIndexOf('>');
        string? link = null;
        var linkBegin = 0;
        var from = 0;
        var found = false;
        for (var open = text.IndexOf('<'); open >= 0 && open < lastEnd; open = open + 1 < text.Length ? text.IndexOf('<', open + 1) : -1)
        {
            if (TagName(text, open) is not { } name)
                continue;
            found = true;
            plain.Append(text, from, open - from);
            from = text.IndexOf('>', open) + 1;
            var tag = text[open..from];
            if (name == "!--")
                from = Behind(text, "-->", open, from);
            else if (name is "script" or "style" && tag[1] != '/')
                from = Behind(text, ">", text.IndexOf($"</{name}", from, StringComparison.OrdinalIgnoreCase), text.Length);
            else if (Breaking.Contains(name))
                EndLine(plain);
            else if (name == "a" && tag[1] != '/')
                (link, linkBegin) = (Address(tag), plain.Length);
            else if (name == "a" && link is not null)
                link = PutLink(link, plain, linkBegin);
            open = from - 1;
        }
        plain.Append(text, from, text.Length - from);
        return found ? WebUtility.HtmlDecode(plain.ToString()) : text;
    }

    private static string? TagName(string text, int open)
    {
        if (text.AsSpan(open).StartsWith("<!--"))
            return "!--";
        var begin = open + 1 < text.Length && text[open + 1] is '/' ? open + 2 : open + 1;
        var end = begin;
        while (end < text.Length && end - begin < 12 && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        var isTag = end < text.Length && (text[end] is '>' or '/' || char.IsWhiteSpace(text[end]));
        return isTag && Tags.TryGetValue(text.AsSpan(begin, end - begin), out var name) ? name : null;
    }

    private static int Behind(string text, string end, int from, int otherwise)
    {
        var at = from < 0 ? -1 : text.IndexOf(end, from, StringComparison.Ordinal);
        return at < 0 ? otherwise : at + end.Length;
    }

    private static void EndLine(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] != '\n')
            plain.Append('\n');
    }

    private static string? Address(string tag)
    {
        var begin = tag.IndexOf("href=", StringComparison.OrdinalIgnoreCase) + 5;
        if (begin < 5 || begin >= tag.Length || tag[begin] is not ('"' or '\''))
            return null;
        var end = tag.IndexOf(tag[begin], begin + 1);
        var address = end < 0 ? "" : WebUtility.HtmlDecode(tag[(begin + 1)..end]);
        return WebAddress.From(address) is null ? null : address;
    }

    private static string? PutLink(string address, StringBuilder plain, int begin)
    {
        var words = plain.ToString(begin, plain.Length - begin).Trim();
        if (words.Length > 0 && !address.Contains(WebUtility.HtmlDecode(words), StringComparison.OrdinalIgnoreCase))
            plain.Append(" (").Append(address).Append(')');
        return null;
    }
}
