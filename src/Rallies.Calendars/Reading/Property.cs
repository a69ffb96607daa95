namespace Rallies.Calendars.Reading;

/// <summary>A content line taken apart (RFC 5545 §3.1).</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Name">In capitals.</param>
/// <param name="Parameters">Names in capitals, values freed of quotes and carets; several values of one parameter are joined by commas.</param>
/// <param name="Value">As it stands, still escaped.</param>
internal sealed record Property(int Line, string Name, IReadOnlyList<KeyValuePair<string, string>> Parameters, string Value)
{
    /// <summary>The value of a parameter, or nothing.</summary>
    public string? this[string parameter]
    {
        get
        {
            foreach (var (name, value) in Parameters)
                if (name == parameter)
                    return value;
            return null;
        }
    }

    /// <summary>Whether a parameter has a value, in any case.</summary>
    public bool Has(string parameter, string value) => string.Equals(this[parameter], value, StringComparison.OrdinalIgnoreCase);
}
