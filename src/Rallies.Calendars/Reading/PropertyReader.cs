using System.Text;

namespace Rallies.Calendars.Reading;

/// <summary>Takes one content line apart: name, parameters, value (RFC 5545 §3.1, RFC 6868), in one pass.</summary>
internal ref struct PropertyReader
{
    private readonly FileLine line;
    private readonly ReadOnlySpan<char> text;
    private int at;

    private PropertyReader(FileLine line)
    {
        this.line = line;
        text = line.Text;
    }

    /// <summary>Nothing where the line is no property, or has more parameters than the limit, which refuses the file.</summary>
    public static Property? Read(FileLine line, ReadingLimits limits, ComplaintList complaints) =>
        new PropertyReader(line).Read(limits, complaints);

    private Property? Read(ReadingLimits limits, ComplaintList complaints)
    {
        var name = TakeName(":;");
        List<KeyValuePair<string, string>>? parameters = null;
        while (name.Length > 0 && Stands(';'))
        {
            at++;
            var parameter = TakeName("=:;");
            parameters ??= [];
            // ";PARAMETER" without a value occurs in vCalendar 1.0 and in some exports since: it says nothing we need.
            if (!Stands('='))
                continue;
            at++;
            if (TakeValues() is not { } value)
                return null;
            parameters.Add(new(parameter, value));
            if (parameters.Count > limits.ParametersPerProperty)
            {
                complaints.Add(Fault.TooManyParameters, line.Number, line.Text, limits.ParametersPerProperty);
                return null;
            }
        }
        if (name.Length == 0 || name.Contains(' ') || !Stands(':'))
            return null;
        return new Property(line.Number, name, parameters ?? (IReadOnlyList<KeyValuePair<string, string>>)[], text[(at + 1)..].ToString());
    }

    private readonly bool Stands(char c) => at < text.Length && text[at] == c;

    private string TakeName(ReadOnlySpan<char> ends)
    {
        var length = text[at..].IndexOfAny(ends);
        var name = length < 0 ? text[at..] : text.Slice(at, length);
        at += name.Length;
        return name.Trim().ToString().ToUpperInvariant();
    }

    private string? TakeValues()
    {
        var values = new StringBuilder();
        if (!TakeValue(values, mayBeBracketed: true))
            return null;
        while (Stands(','))
        {
            values.Append(',');
            at++;
            if (!TakeValue(values, mayBeBracketed: false))
                return null;
        }
        return values.ToString();
    }

    private bool TakeValue(StringBuilder to, bool mayBeBracketed)
    {
        ReadOnlySpan<char> value;
        if (Stands('"'))
        {
            var length = text[(at + 1)..].IndexOf('"');
            if (length < 0)
                return false;
            value = text.Slice(at + 1, length);
            at += length + 2;
        }
        else
        {
            var length = LengthUnquoted(text[at..], mayBeBracketed);
            value = text.Slice(at, length);
            at += length;
        }
        PutDecoded(value, to);
        return true;
    }

    // Some programs leave out the quotes in TZID=(UTC+01:00) Berlin:20260501T110000, so a closed bracket at the beginning goes as a whole.
    // Looked for at the first value alone, as at each of a long list it would take the square of the list's length.
    private static int LengthUnquoted(ReadOnlySpan<char> rest, bool mayBeBracketed)
    {
        var from = mayBeBracketed && rest.StartsWith("(") ? Math.Max(rest.IndexOf(')'), 0) : 0;
        var length = rest[from..].IndexOfAny(":;,");
        return length < 0 ? rest.Length : from + length;
    }

    // RFC 6868 §3.1: ^n is a line break, ^' a quote, ^^ a caret; any other caret stands for itself.
    private static void PutDecoded(ReadOnlySpan<char> value, StringBuilder to)
    {
        while (value.IndexOf('^') is var caret and >= 0 && caret + 1 < value.Length)
        {
            to.Append(value[..caret]);
            char? decoded = value[caret + 1] switch
            {
                'n' or 'N' => '\n',
                '\'' => '"',
                '^' => '^',
                _ => null,
            };
            to.Append(decoded ?? '^');
            value = value[(caret + (decoded is null ? 1 : 2))..];
        }
        to.Append(value);
    }
}
