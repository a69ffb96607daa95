using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Rallies.Web.Api;

/// <summary>Reads single fields out of JSON that a stranger wrote: absent, or of the right type, or not.</summary>
internal static class Fields
{
    // What a skew can sensibly be: a clock that is wrong by a century.
    private const double MostSkew = 100.0 * 366 * 24 * 3600 * 1000;

    /// <summary>False for null as for absent.</summary>
    public static bool Has(this JsonElement json, string name, out JsonElement value)
    {
        try
        {
            json.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            // Another field's name holds half a surrogate pair: nobody asks for that one, and it hides none of the others.
            value = json.EnumerateObject().LastOrDefault(field => IsCalled(field, name)).Value;
        }
        return value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
    }

    public static string? Text(this JsonElement json, string name)
    {
        if (!json.Has(name, out var value) || value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair, which no text can hold
        }
    }

    /// <summary>Cut to a length and without control characters: nothing that was counted may be lost for an odd word, nor a whole commit.</summary>
    public static string TextUpTo(this JsonElement json, string name, int longest)
    {
        var text = string.Concat((json.Text(name) ?? "").Where(c => !char.IsControl(c))).Trim();
        if (text.Length <= longest)
            return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    /// <summary>A UUID as RFC 9562 writes it, with nothing around it.</summary>
    public static Guid? Id(this JsonElement json, string name) =>
        json.Text(name) is { Length: 36 } text && Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id : null;

    /// <summary>True when absent (then <paramref name="otherwise"/>) or a whole number, which many programs write as 2.0.</summary>
    public static bool TryNumber(this JsonElement json, string name, int? otherwise, out int? number)
    {
        number = otherwise;
        if (!json.Has(name, out var value))
            return true;
        number = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var read) && IsInt(read) ? (int)read : null;
        return number is not null;
    }

    /// <summary>True when absent or an ISO 8601 time with an offset; to the millisecond, as it is stored.</summary>
    public static bool TryTime(this JsonElement json, string name, out Instant? time)
    {
        time = null;
        if (!json.Has(name, out _))
            return true;
        if (json.Text(name) is not { } text || !OffsetDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var parsed))
            return false;
        // Nobody is counted in another century, and what lies at the ends of time cannot be reckoned with.
        if (parsed.Year is < 2000 or > 2100)
            return false;
        time = parsed.ToInstant().ToMilliseconds();
        return true;
    }

    /// <summary>True when absent (0) or milliseconds.</summary>
    public static bool TrySkew(this JsonElement json, string name, out long skew)
    {
        skew = 0;
        if (!json.Has(name, out var value))
            return true;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var milliseconds) || Math.Abs(milliseconds) > MostSkew)
            return false;
        skew = (long)Math.Round(milliseconds);
        return true;
    }

    public static Instant ToMilliseconds(this Instant instant) => Instant.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    private static bool IsInt(double number) => double.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue;

    private static bool IsCalled(JsonProperty field, string name)
    {
        try
        {
            return field.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
