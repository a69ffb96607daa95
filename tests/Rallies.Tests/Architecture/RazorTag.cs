namespace Rallies.Tests.Architecture;

/// <summary>An opening tag of a component's source, and the names of its attributes, directives aside.</summary>
internal sealed record RazorTag(string Name, IReadOnlyList<string> Attributes)
{
    public static IEnumerable<RazorTag> In(string razor)
    {
        for (var at = razor.IndexOf('<'); at >= 0 && at + 1 < razor.Length; at = razor.IndexOf('<', at + 1))
            if (char.IsAsciiLetter(razor[at + 1]))
                yield return Read(razor, at + 1);
    }

    private static RazorTag Read(string razor, int at)
    {
        var name = Word(razor, ref at);
        var attributes = new List<string>();
        while (at < razor.Length && razor[at] is not ('>' or '<'))
            if (!char.IsAsciiLetter(razor[at]) && razor[at] != '@')
                at++;
            else if (Word(razor, ref at) is var attribute && !attribute.StartsWith('@'))
                attributes.Add(attribute);
        return new RazorTag(name, attributes);
    }

    // With the value behind it, whose quotes may hold others within brackets: "@T["title"]".
    private static string Word(string razor, ref int at)
    {
        var from = at++;
        while (at < razor.Length && (char.IsAsciiLetterOrDigit(razor[at]) || razor[at] is '-' or ':' or '_'))
            at++;
        var word = razor[from..at];
        if (at + 1 >= razor.Length || razor[at] != '=' || razor[at + 1] is not ('"' or '\''))
            return word;
        var quote = razor[++at];
        var depth = 0;
        while (++at < razor.Length && (razor[at] != quote || depth > 0))
            depth +=
                razor[at] is '(' or '[' or '{' ? 1
                : razor[at] is ')' or ']' or '}' ? -1
                : 0;
        at++;
        return word;
    }
}
