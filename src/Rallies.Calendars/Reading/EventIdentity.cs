using System.Security.Cryptography;
using System.Text;

namespace Rallies.Calendars.Reading;

/// <summary>By what an event is known: its UID (RFC 7986 §5.3), or what it says where it has none that can be used.</summary>
internal sealed record EventIdentity(string Uid, bool IsDerived, Fault? Fault)
{
    private const int LongestUid = 255;

    // What an exporter may change from one download to the next is not among them.
    private static readonly string[] Content = ["DTSTART", "DTEND", "DURATION", "RRULE", "SUMMARY", "LOCATION", "DESCRIPTION"];

    public static EventIdentity Read(Component component)
    {
        var uid = CleanText.InOneLine(TextValue.Unescape(component.Find("UID")?.Value ?? ""), "");
        if (uid.Length == 0)
            return new(ContentOf(component), IsDerived: true, Reading.Fault.NoUid);
        return uid.Length > LongestUid ? new(Hash(uid), IsDerived: true, Reading.Fault.LongUid) : new(uid, IsDerived: false, Fault: null);
    }

    /// <summary>The same for two events that say the same.</summary>
    public static string ContentOf(Component component) =>
        Hash(string.Join('\n', Content.SelectMany(component.FindAll).Select(p => $"{p.Name};{p["TZID"]}:{p.Value}")));

    private static string Hash(string content) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16))}@content.invalid";
}
