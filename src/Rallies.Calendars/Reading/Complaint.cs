using System.Globalization;
using System.Resources;
using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>What is wrong with a file, in plain words: where, why, and what to do about it.</summary>
public sealed record Complaint
{
    private const int LongestText = 80;

    private static readonly ResourceManager Sentences = new("Rallies.Calendars.Reading.Complaints", typeof(Complaint).Assembly);

    internal Complaint(Fault fault, int line, string text, object[] details)
    {
        (Fault, Line) = (fault, line);
        Text = Shortened.To(LongestText, CleanText.InOneLine(Beginning(text), " "));
        Reason = Sentence(fault.ToString(), details);
        Remedy = Sentence($"{fault}.Remedy", details);
    }

    /// <summary>What is wrong, for programs.</summary>
    public Fault Fault { get; }

    /// <summary>The same for people to quote, such as "ICS-012".</summary>
    public string Code => FormattableString.Invariant($"ICS-{(int)Fault:000}");

    public Severity Severity => SeverityOf(Fault);

    /// <summary>The line of the file, from 1; 0 where the complaint is of no line.</summary>
    public int Line { get; }

    /// <summary>The offending text, without control characters; at most 80 UTF-16 units.</summary>
    public string Text { get; }

    /// <summary>A sentence that says what was expected.</summary>
    public string Reason { get; }

    /// <summary>A sentence that says what to do.</summary>
    public string Remedy { get; }

    /// <summary>The times to choose from, the proposal first; empty where there is nothing to choose.</summary>
    public IReadOnlyList<ZonedDateTime> Choices { get; internal init; } = [];

    internal static Severity SeverityOf(Fault fault) => (Severity)((int)fault / 100);

    private static string Beginning(string text) => text.Length > 4 * LongestText ? text[..(4 * LongestText)] : text;

    private static string Sentence(string key, object[] details) =>
        string.Format(
            CultureInfo.InvariantCulture,
            Sentences.GetString(key, CultureInfo.CurrentUICulture)
                ?? throw new InvalidOperationException($"Complaints.resx has no '{key}'."),
            details
        );
}
