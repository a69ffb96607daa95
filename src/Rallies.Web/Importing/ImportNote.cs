using System.Globalization;
using System.Resources;
using Rallies.Calendars;
using Rallies.Calendars.Reading;

namespace Rallies.Web.Importing;

/// <summary>Something to know about a line of a file, in plain words: where, what, why, and what to do about it.</summary>
public sealed record ImportNote
{
    private const int LongestText = 80;
    private static readonly ResourceManager Sentences = new("Rallies.Web.Importing.ImportNotes", typeof(ImportNote).Assembly);

    private ImportNote(string code, int line, string text, string reason, string remedy) =>
        (Code, Line, Text, Reason, Remedy) = (code, line, text, reason, remedy);

    /// <summary>For people to quote: "IMP-003", or "ICS-012" where the reader of calendars said it.</summary>
    public string Code { get; }

    /// <summary>Of the file, from 1; 0 for none.</summary>
    public int Line { get; }

    /// <summary>The offending text, at most 80 UTF-16 units.</summary>
    public string Text { get; }
    public string Reason { get; }

    /// <summary>What to do; empty where nothing is to be done.</summary>
    public string Remedy { get; }

    /// <summary>Null where the reader of calendars said it.</summary>
    public ImportFault? Fault { get; private init; }

    /// <summary>What the reader of calendars said; null where it did not.</summary>
    public Fault? Read { get; private init; }

    public static ImportNote Of(ImportFault fault, int line, string text, params object[] details) =>
        new(
            FormattableString.Invariant($"IMP-{(int)fault:000}"),
            line,
            Shortened.To(LongestText, text),
            Sentence(fault.ToString(), details) ?? throw new InvalidOperationException($"ImportNotes.resx has no '{fault}'."),
            Sentence($"{fault}.Remedy", details) ?? ""
        )
        {
            Fault = fault,
        };

    public static ImportNote Of(Complaint complaint) =>
        new(complaint.Code, complaint.Line, complaint.Text, complaint.Reason, complaint.Remedy) { Read = complaint.Fault };

    private static string? Sentence(string key, object[] details) =>
        Sentences.GetString(key, CultureInfo.InvariantCulture) is { } sentence
            ? string.Format(CultureInfo.InvariantCulture, sentence, details)
            : null;
}
