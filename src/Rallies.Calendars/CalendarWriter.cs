using System.Buffers;
using NodaTime;

namespace Rallies.Calendars;

/// <summary>
/// Writes iCalendar content lines as UTF-8 octets: CRLF at every end, folds at 75 octets between characters (RFC 5545 §3.1).
/// A line is <see cref="Property"/>, then any <see cref="Parameter(ReadOnlySpan{byte}, string)"/>, then one value, which ends it.
/// </summary>
/// <remarks>Not safe for several threads at once. Names are given in upper-case ASCII and are not checked.</remarks>
public sealed class CalendarWriter(IBufferWriter<byte> output)
{
    private static readonly SearchValues<char> PlainName = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_/+."
    );

    private readonly ContentLine line = new(output);

    public void Begin(ReadOnlySpan<byte> component) => Property("BEGIN"u8).Token(component);

    public void End(ReadOnlySpan<byte> component) => Property("END"u8).Token(component);

    /// <summary>Starts a content line.</summary>
    /// <exception cref="InvalidOperationException">The line before has no value yet.</exception>
    public CalendarWriter Property(ReadOnlySpan<byte> name)
    {
        if (!line.IsEmpty)
            throw new InvalidOperationException("The property begun before this one has no value: write its value first.");
        line.PutAscii(name);
        return this;
    }

    /// <summary>Adds a parameter whose value is anyone's words: quoted unless it is a plain name, escaped by RFC 6868.</summary>
    public CalendarWriter Parameter(ReadOnlySpan<byte> name, string value)
    {
        StartParameter(name);
        // RFC 5545 §3.2 asks for quotes around colon, semicolon and comma; some readers need them around RFC 6868's carets too.
        var quoted = value.AsSpan().ContainsAnyExcept(PlainName);
        if (quoted)
            line.PutAscii("\""u8);
        EscapedText.Put(line, value, inParameter: true);
        if (quoted)
            line.PutAscii("\""u8);
        return this;
    }

    /// <summary>Adds a parameter whose value is a known word, or several with commas between them.</summary>
    public CalendarWriter Parameter(ReadOnlySpan<byte> name, ReadOnlySpan<byte> token)
    {
        StartParameter(name);
        line.PutAscii(token);
        return this;
    }

    /// <summary>Writes a whole line of type TEXT (RFC 5545 §3.3.11), or nothing where there is nothing to be read in it.</summary>
    public void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (EscapedText.IsBlank(value))
            return;
        Property(name).line.PutAscii(":"u8);
        EscapedText.Put(line, value, inParameter: false);
        line.End();
    }

    /// <summary>Writes a whole line of several TEXTs with commas between them, without the blank ones.</summary>
    public void Texts(ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            if (EscapedText.IsBlank(value))
                continue;
            if (line.IsEmpty)
                Property(name).line.PutAscii(":"u8);
            else
                line.PutAscii(","u8);
            EscapedText.Put(line, value, inParameter: false);
        }
        if (!line.IsEmpty)
            line.End();
    }

    /// <summary>A value of ASCII words that needs no escaping.</summary>
    public void Token(ReadOnlySpan<byte> value)
    {
        line.PutAscii(":"u8);
        line.PutAscii(value);
        line.End();
    }

    /// <summary>A value of type URI (RFC 5545 §3.3.13): not escaped as TEXT is, everything outside ASCII percent-encoded.</summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public void Uri(Uri value)
    {
        line.PutAscii(":"u8);
        EncodedUri.Put(line, value);
        line.End();
    }

    /// <summary>A value of type INTEGER (RFC 5545 §3.3.8).</summary>
    public void Number(int value) => Value(value, static (number, to) => Digits.Number(number, to));

    /// <summary>An instant in UTC (RFC 5545 §3.3.5, form 2), cut to whole seconds.</summary>
    public void Utc(Instant value) => Value(value, static (instant, to) => Digits.Utc(instant, to));

    /// <summary>A local time (RFC 5545 §3.3.5, form 3), cut to whole seconds. The TZID parameter is the caller's to write.</summary>
    public void Local(LocalDateTime value) => Value(value, static (local, to) => Digits.Local(local, to));

    /// <summary>A value of type DATE (RFC 5545 §3.3.4). The parameter VALUE=DATE is the caller's to write.</summary>
    public void Date(LocalDate value) => Value(value, static (date, to) => Digits.Date(date, to));

    /// <summary>A value of type DURATION (RFC 5545 §3.3.6) in days, hours, minutes and seconds; it may be negative.</summary>
    public void Duration(Duration value) => Value(value, static (duration, to) => Digits.Duration(duration, to));

    /// <summary>A value of type UTC-OFFSET (RFC 5545 §3.3.14), with seconds only where there are any.</summary>
    public void Offset(Offset value) => Value(value, static (offset, to) => Digits.Offset(offset, to));

    /// <summary>Latitude, semicolon, longitude with six decimals (RFC 5545 §3.8.1.6); the semicolon is not escaped.</summary>
    public void Geo(GeoPosition value) => Value(value, static (place, to) => Digits.Position(place, (byte)';', to));

    /// <summary>The same place as an address (RFC 5870): <c>geo:53.541100,-2.111400</c>.</summary>
    public void GeoUri(GeoPosition value) =>
        Value(
            value,
            static (place, to) =>
            {
                "geo:"u8.CopyTo(to);
                return 4 + Digits.Position(place, (byte)',', to[4..]);
            }
        );

    private void StartParameter(ReadOnlySpan<byte> name)
    {
        line.PutAscii(";"u8);
        line.PutAscii(name);
        line.PutAscii("="u8);
    }

    private delegate int WriteTo<T>(T value, Span<byte> to);

    private void Value<T>(T value, WriteTo<T> write)
    {
        Span<byte> digits = stackalloc byte[Digits.Longest];
        digits[0] = (byte)':';
        line.PutWhole(digits[..(1 + write(value, digits[1..]))]);
        line.End();
    }
}
