using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Rallies.Tests.Words;

/// <summary>The words of one component in one language, and the keys by which its code asks for them.</summary>
internal static partial class ResourceFile
{
    public static IReadOnlySet<string> KeysIn(string resx) =>
        XDocument.Load(resx).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>The places of a sentence that are filled in: "0" for {0} and {0:N0}.</summary>
    public static IReadOnlySet<string> DetailsIn(string resx, string key) =>
        Detail()
            .Matches(XDocument.Load(resx).Root!.Elements("data").Single(d => d.Attribute("name")!.Value == key).Value)
            .Select(m => m.Groups["number"].Value)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Keys written out: T["…"], words["…"], with both ends of a choice. Keys put together while running are not among them.</summary>
    public static IReadOnlySet<string> KeysAskedFor(string code) =>
        Asked()
            .Matches(code)
            .SelectMany(call => Literal().Matches(call.Groups["key"].Value))
            .Select(m => m.Groups["text"].Value)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("""\{(?<number>\d+)(?:[,:][^}]*)?\}""")]
    private static partial Regex Detail();

    // The key is the first argument: a literal, or a choice between literals.
    [GeneratedRegex("""\b(T|words)\[(?<key>"[^"]*"|[^\]"$]*\?\s*"[^"]*"\s*:\s*"[^"]*")""")]
    private static partial Regex Asked();

    [GeneratedRegex("""(?<!is\s)(?<!==\s)"(?<text>[^"]*)"(?=$|,|\]|\s*:|\s*$)""")]
    private static partial Regex Literal();
}
