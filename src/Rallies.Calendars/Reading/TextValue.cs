using System.Text;

namespace Rallies.Calendars.Reading;

/// <summary>Values of type TEXT (RFC 5545 §3.3.11), in one pass: <c>\\n</c> is a backslash and an n.</summary>
internal static class TextValue
{
    public static string Unescape(string value) => value.Contains('\\') ? Split(value, separator: null)[0] : value;

    /// <summary>The values of a list; a comma that is escaped does not part them.</summary>
    public static IReadOnlyList<string> List(string value) => Split(value, ',');

    private static List<string> Split(string value, char? separator)
    {
        var values = new List<string>();
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == separator)
            {
                values.Add(text.ToString());
                text.Clear();
            }
            else if (value[i] == '\\' && i + 1 < value.Length)
                PutEscaped(value[++i], text);
            else
                text.Append(value[i]);
        }
        values.Add(text.ToString());
        return values;
    }

    // \: and \" are errors that several exporters make; any other letter keeps its backslash, as in C:\banners.
    private static void PutEscaped(char escaped, StringBuilder to)
    {
        if (escaped is 'n' or 'N')
            to.Append('\n');
        else if (escaped is '\\' or ';' or ',' or ':' or '"')
            to.Append(escaped);
        else
            to.Append('\\').Append(escaped);
    }
}
