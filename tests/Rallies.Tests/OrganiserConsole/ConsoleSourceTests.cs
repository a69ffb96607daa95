using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rallies.Tests.Architecture;

namespace Rallies.Tests.OrganiserConsole;

/// <summary>What the console's own files must hold to.</summary>
public sealed partial class ConsoleSourceTests
{
    private static readonly string web = Repository.Folder("src", "Rallies.Web");
    private static readonly string console = Path.Combine(web, "OrganiserConsole");

    [Fact]
    public void Only_the_consoles_document_loads_Blazor()
    {
        var loading = Directory
            .EnumerateFiles(web, "*.razor", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("blazor.web.js", StringComparison.Ordinal));

        Assert.Equal(["ConsoleDocument.razor"], loading.Select(Path.GetFileName));
    }

    [Fact]
    public void Only_the_reads_know_the_database()
    {
        var types = Code.TypesIn(Assembly.Load("Rallies.Web"), "Rallies.Web.OrganiserConsole")
            .Where(type => type.Namespace != "Rallies.Web.OrganiserConsole.Reads");

        Assert.Empty(Code.Meetings(types, "Microsoft.EntityFrameworkCore", "Rallies.Storage"));
    }

    [Fact]
    public void Every_word_that_is_asked_for_is_there()
    {
        var words = Directory
            .EnumerateFiles(console, "*.resx", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetDirectoryName(file)!, KeysOf);
        var missing =
            from file in Directory.EnumerateFiles(console, "*.razor", SearchOption.AllDirectories)
            let folder = Path.GetDirectoryName(file)!
            let known = words.TryGetValue(folder, out var own) ? own : words[console]
            from Match asked in Word().Matches(File.ReadAllText(file))
            where !known.Contains(asked.Groups["key"].Value)
            select $"{Path.GetFileName(file)}: {asked.Groups["key"].Value}";

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_fault_has_its_sentence()
    {
        var known = KeysOf(Path.Combine(console, "ConsoleWords.resx"));
        var named = Directory
            .EnumerateFiles(console, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .SelectMany(file => FaultName().Matches(File.ReadAllText(file)).Select(match => match.Value.Trim('"')));

        Assert.Empty(named.Except(known));
    }

    private static HashSet<string> KeysOf(string resx) =>
        [.. XDocument.Load(resx).Root!.Elements("data").Select(data => data.Attribute("name")!.Value)];

    [GeneratedRegex("""\bT\["(?<key>[^"{]+)"[\],]""")]
    private static partial Regex Word();

    [GeneratedRegex("\"fault\\.[a-z-]+\"")]
    private static partial Regex FaultName();
}
