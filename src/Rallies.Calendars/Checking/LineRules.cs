using System.Buffers;
using System.Collections.Frozen;
using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>Content lines, each by itself, wherever it stands: rules B4 to B7, and what is better left out (D5, D6).</summary>
internal static class LineRules
{
    // What nobody sees and what makes words read otherwise than they are written: C1, line separators, bidirectional overrides.
    private static readonly SearchValues<char> Hidden = SearchValues.Create([
        .. Enumerable.Range(0x80, 0x20).Concat(Enumerable.Range(0x2028, 7)).Concat(Enumerable.Range(0x2066, 4)).Select(c => (char)c),
        '\uFEFF',
    ]);

    private static readonly FrozenSet<string> Addresses = FrozenSet.Create("URL", "SOURCE", "IMAGE", "CONFERENCE", "ATTACH", "TZURL");

    private static readonly SearchValues<char> SchemeLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-."
    );

    private static readonly SearchValues<char> NeverBare = SearchValues.Create("\"\\<>^`{|}");

    // RFC 9073 and 9253: valid, and yet some programs throw the whole file away.
    private static readonly FrozenSet<string> NewerComponents = FrozenSet.Create("PARTICIPANT", "VLOCATION", "VRESOURCE");
    private static readonly FrozenSet<string> NewerProperties = FrozenSet.Create(
        "STYLED-DESCRIPTION",
        "STRUCTURED-DATA",
        "LINK",
        "CONCEPT",
        "REFID"
    );

    public static void Look(FileLine line, ReadingLimits limits, ComplaintList complaints, FindingList findings)
    {
        if (line.Text.AsSpan().ContainsAny(Hidden))
            findings.Add(Breach.HiddenCharacter, line.Number, line.Text);
        var property = PropertyReader.Read(line, limits, complaints);
        var colon = LineGrammar.Colon(line.Text);
        if (property is null || colon < 0)
            findings.Add(Breach.NotALine, line.Number, line.Text);
        else if (colon != line.Text.Length - property.Value.Length - 1)
            findings.Add(Breach.UnquotedParameter, line.Number, line.Text);
        if (property is not null)
            Look(property, line.Text, findings);
    }

    private static void Look(Property property, string text, FindingList findings)
    {
        if (string.IsNullOrWhiteSpace(property.Value))
            findings.Add(Breach.EmptyValue, property.Line, text, property.Name);
        else if (property.Name == "BEGIN")
            LookAtBegin(property, text, findings);
        else if (Addresses.Contains(property.Name))
            LookAtAddress(property, text, findings);
        else
            EscapeRules.Look(property, text, findings);
        if (NewerProperties.Contains(property.Name))
            findings.Add(Breach.NewerProperty, property.Line, text, property.Name);
    }

    private static void LookAtBegin(Property begin, string text, FindingList findings)
    {
        var name = begin.Value.Trim().ToUpperInvariant();
        if (NewerComponents.Contains(name))
            findings.Add(Breach.NewerComponent, begin.Line, text, name);
        else if (name == "VALARM")
            findings.Add(Breach.Alarm, begin.Line, text);
    }

    private static void LookAtAddress(Property property, string text, FindingList findings)
    {
        if (property.Has("VALUE", "BINARY") || property.Has("VALUE", "TEXT"))
            return;
        if (!IsAddress(property.Value))
            findings.Add(Breach.NotAnAddress, property.Line, text, property.Name);
    }

    // RFC 3986 §3: a scheme and a colon, then nothing but ASCII that no quote, space or backslash is among.
    private static bool IsAddress(string value)
    {
        var scheme = value.IndexOf(':');
        return scheme > 0
            && scheme < value.Length - 1
            && char.IsAsciiLetter(value[0])
            && !value.AsSpan(0, scheme).ContainsAnyExcept(SchemeLetters)
            && !value.AsSpan().ContainsAnyExceptInRange('!', '~')
            && !value.AsSpan().ContainsAny(NeverBare);
    }
}
