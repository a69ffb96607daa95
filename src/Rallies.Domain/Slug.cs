using System.Diagnostics.CodeAnalysis;

namespace Rallies.Domain;

/// <summary>A name fit for an address: 2 to 60 of a–z, 0–9 and hyphens.</summary>
public readonly record struct Slug : IParsable<Slug>
{
    public const int ShortestLength = 2;
    public const int LongestLength = 60;
    private readonly string? value;

    /// <exception cref="ArgumentException">The text is not a slug.</exception>
    public Slug(string value)
    {
        if (!IsValid(value))
            throw new ArgumentException($"A slug has {ShortestLength} to {LongestLength} of a-z, 0-9 and hyphens.", nameof(value));
        this.value = value;
    }

    public string Value => value ?? throw new InvalidOperationException("This slug was never given a value.");

    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: >= ShortestLength and <= LongestLength }
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Folds any text to a slug, cut at 60 characters; null when fewer than two characters remain.</summary>
    public static Slug? From(string? text)
    {
        var folded = FoldedText.Of(text, LongestLength);
        return folded.Length < ShortestLength ? null : new Slug(folded);
    }

    public static Slug Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var slug) ? slug : throw new FormatException("Not a slug.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Slug result)
    {
        result = IsValid(s) ? new Slug(s) : default;
        return result.value is not null;
    }

    /// <summary>This slug, or with the first number from 2 on that leaves it free: leeds, leeds-2, leeds-3.</summary>
    public Slug FirstFree(Func<string, bool> isTaken)
    {
        var candidate = Value;
        for (var number = 2; isTaken(candidate); number++)
        {
            var ending = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-{number}");
            candidate = Value[..Math.Min(Value.Length, LongestLength - ending.Length)] + ending;
        }
        return new Slug(candidate);
    }

    public override string ToString() => value ?? "";

    public static implicit operator string(Slug slug) => slug.Value;
}
