using System.Xml.Linq;

namespace Rallies.Tests.Words;

public sealed class WelshWordsTests
{
    private static readonly string web = Path.Combine(Repository.Root, "src", "Rallies.Web");

    public static TheoryData<string> English =>
        [
            .. Directory
                .EnumerateFiles(web, "*.resx", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(web, file))
                .Where(file => !file.EndsWith(".cy.resx", StringComparison.Ordinal) && !IsBuilt(file)),
        ];

    [Theory, MemberData(nameof(English))]
    public void Every_sentence_stands_in_both_languages_with_the_same_gaps(string file)
    {
        var (english, welsh) = (Words(file), Words(Path.ChangeExtension(file, ".cy.resx")));

        Assert.Equal(english.Keys.Order(), welsh.Keys.Order());
        Assert.All(english, word => Assert.Equal(Gaps(word.Value), Gaps(welsh[word.Key])));
        Assert.All(welsh.Values, Assert.NotEmpty);
    }

    private static Dictionary<string, string> Words(string file) =>
        XDocument
            .Load(Path.Combine(web, file))
            .Root!.Elements("data")
            .ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!);

    private static IEnumerable<char> Gaps(string sentence) => sentence.Where((_, i) => i > 0 && sentence[i - 1] == '{').Distinct().Order();

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";
}
