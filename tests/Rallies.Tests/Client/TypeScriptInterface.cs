using System.Text.RegularExpressions;

namespace Rallies.Tests.Client;

/// <summary>An exported interface of a TypeScript file: its name and its members' names in the order written.</summary>
/// <remarks>Reads what we write ourselves, one member a line; no generics on the interface, no computed names.</remarks>
internal sealed partial record TypeScriptInterface(string Name, IReadOnlyList<string> Members)
{
    public static IReadOnlyList<TypeScriptInterface> Parse(string file) => Read(File.ReadAllText(file));

    internal static IReadOnlyList<TypeScriptInterface> Read(string text)
    {
        var code = Comment().Replace(text, "");
        return
        [
            .. Heading().Matches(code).Select(heading => new TypeScriptInterface(heading.Groups["name"].Value, MembersFrom(code, heading))),
        ];
    }

    private static List<string> MembersFrom(string code, Match heading)
    {
        var members = new List<string>();
        var depth = 0;
        foreach (var line in code[(heading.Index + heading.Length)..].Split('\n'))
        {
            if (depth == 0 && Member().Match(line) is { Success: true } member)
                members.Add(member.Groups["name"].Value);
            depth += line.Count(c => c is '{' or '(' or '[') - line.Count(c => c is '}' or ')' or ']');
            if (depth < 0)
                break;
        }
        return members;
    }

    [GeneratedRegex(@"/\*.*?\*/|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^export interface (?<name>\w+)[^{]*\{", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(readonly )?(?<name>\w+)\??\s*[:(]")]
    private static partial Regex Member();
}
