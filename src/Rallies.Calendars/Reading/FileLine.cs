namespace Rallies.Calendars.Reading;

/// <summary>A content line with its folds undone (RFC 5545 §3.1).</summary>
/// <param name="Number">The line of the file on which it begins, from 1.</param>
internal readonly record struct FileLine(int Number, string Text);
