namespace Rallies.Web.OrganiserConsole.Parts;

/// <summary>Something that has to be put right before saving.</summary>
/// <param name="Field">The id of the field it stands at.</param>
/// <param name="Word">The sentence's key in <see cref="ConsoleWords"/>: what happened and what to do.</param>
public sealed record FormFault(string Field, string Word, params object[] Arguments)
{
    /// <summary>A fault when the trimmed text is longer than it may be.</summary>
    public static FormFault? IfLonger(string field, string text, int most) =>
        text.Trim().Length <= most ? null : new(field, "fault.long", most, text.Trim().Length);
}
