namespace Rallies.Calendars.Checking;

/// <summary>A rule that a file was held against.</summary>
/// <param name="Code">Such as "B3": B for octets, C for the calendar, D for what is better left out, E for events.</param>
/// <param name="IsKept">Whether there is neither a fault nor advice by it.</param>
public sealed record Rule(string Code, bool IsKept)
{
    /// <summary>The codes in the order in which people are shown them.</summary>
    internal static IReadOnlyList<string> Codes { get; } =
    [.. Numbered('B', 1, 7), .. Numbered('C', 1, 8), .. (string[])["D2", "D5", "D6"], .. Numbered('E', 1, 14), "E16"];

    /// <summary>What the rule asks for, in a sentence.</summary>
    public string Sentence => Sentences.Of($"Rule.{Code}");

    private static IEnumerable<string> Numbered(char letter, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => FormattableString.Invariant($"{letter}{number}"));
}
