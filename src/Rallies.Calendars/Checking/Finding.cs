using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>Something in a file that a rule would have otherwise: where, why, and what to do about it.</summary>
public sealed record Finding
{
    private const int LongestText = 80;
    private const int MostOtherLines = 10;

    private readonly List<int> otherLines = [];

    internal Finding(Breach breach, int line, string text, string reason, string remedy)
    {
        (Rule, Weight, Line, Reason, Remedy) = (breach.Rule, breach.Weight, line, reason, remedy);
        var beginning = text.Length > 4 * LongestText ? text[..(4 * LongestText)] : text;
        Text = Shortened.To(LongestText, CleanText.InOneLine(beginning, " "));
    }

    /// <summary>The code of the rule, such as "B3".</summary>
    public string Rule { get; }

    public Weight Weight { get; }

    /// <summary>The first line of the file that shows it, from 1; 0 where it is of no line.</summary>
    public int Line { get; }

    /// <summary>The offending text of that line, without control characters; at most 80 UTF-16 units, empty where something is missing.</summary>
    public string Text { get; }

    /// <summary>A sentence that says what was expected.</summary>
    public string Reason { get; }

    /// <summary>A sentence that says what to do.</summary>
    public string Remedy { get; }

    /// <summary>How many lines show it.</summary>
    public int Times { get; private set; } = 1;

    /// <summary>Lines after the first one that show it, ten at most.</summary>
    public IReadOnlyList<int> OtherLines => otherLines;

    internal void AddLine(int line)
    {
        Times++;
        if (otherLines.Count < MostOtherLines)
            otherLines.Add(line);
    }
}
