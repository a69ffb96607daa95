namespace Rallies.Calendars.Checking;

/// <summary>The grammar of a content line to the letter (RFC 5545 §3.1), where the reader is lenient.</summary>
internal static class LineGrammar
{
    /// <summary>Where the value's colon stands, or −1 where the line is none by the grammar.</summary>
    public static int Colon(string line)
    {
        var at = EndOfName(line, 0);
        if (at == 0)
            return -1;
        while (Stands(line, at, ';'))
        {
            var end = EndOfName(line, at + 1);
            if (end == at + 1 || !Stands(line, end, '='))
                return -1;
            for (at = end; Stands(line, at, ',') || at == end; )
                if ((at = EndOfValue(line, at + 1)) < 0)
                    return -1;
        }
        return Stands(line, at, ':') ? at : -1;
    }

    private static bool Stands(string line, int at, char c) => at < line.Length && line[at] == c;

    private static int EndOfName(string line, int from)
    {
        while (from < line.Length && (char.IsAsciiLetterOrDigit(line[from]) || line[from] == '-'))
            from++;
        return from;
    }

    private static int EndOfValue(string line, int from)
    {
        if (Stands(line, from, '"'))
            return line.IndexOf('"', from + 1) is var close and >= 0 ? close + 1 : -1;
        var length = line.AsSpan(from).IndexOfAny("\";:,");
        if (length < 0)
            return line.Length;
        return line[from + length] == '"' ? -1 : from + length;
    }
}
