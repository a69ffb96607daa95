using NodaTime;

namespace Rallies.Domain;

/// <summary>What the entities ask of the words and numbers given to them. People's input is checked before, with a kinder answer.</summary>
internal static class Text
{
    public static string Required(string? value, int longest, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return Optional(value, longest, name);
    }

    public static string Optional(string? value, int longest, string name)
    {
        var trimmed = (value ?? "").Trim();
        return trimmed.Length <= longest
            ? trimmed
            : throw new ArgumentException($"At most {longest} characters; this has {trimmed.Length}.", name);
    }

    public static Duration Within(Duration value, Duration least, Duration most, string name) =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"Between {least} and {most}.");
}
