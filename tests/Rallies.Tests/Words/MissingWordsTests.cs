namespace Rallies.Tests.Words;

public sealed class MissingWordsTests
{
    private static string Web => Repository.Folder("src", "Rallies.Web");

    private static string Calendars => Repository.Folder("src", "Rallies.Calendars");

    private static IEnumerable<string> English =>
        new[] { Web, Calendars }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.resx", SearchOption.AllDirectories))
            .Where(IsOurs)
            .Where(f => !IsWelsh(f));

    // Organisers' and stewards' tools speak English so far.
    private static IEnumerable<string> ForEverybody =>
        English.Where(file =>
            !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "OrganiserConsole" or "Importing" or "Door")
        );

    [Fact]
    public void Whatever_is_said_in_English_is_said_in_Welsh()
    {
        Assert.NotEmpty(ForEverybody);
        Assert.Empty(
            ForEverybody.SelectMany(file => Lacking(ResourceFile.KeysIn(file), Welsh(file)).Select(key => $"{Welsh(file)} lacks {key}"))
        );
        Assert.Empty(ForEverybody.SelectMany(file => Lacking(ResourceFile.KeysIn(Welsh(file)), file).Select(key => $"{file} lacks {key}")));
    }

    [Fact]
    public void Both_languages_leave_room_for_the_same_details()
    {
        var differing =
            from file in ForEverybody
            from key in ResourceFile.KeysIn(file)
            let english = ResourceFile.DetailsIn(file, key)
            let welsh = ResourceFile.DetailsIn(Welsh(file), key)
            where !english.SetEquals(welsh)
            select $"{Welsh(file)}: {key} has {string.Join(' ', welsh)}, not {string.Join(' ', english)}";

        Assert.Empty(differing);
    }

    [Fact]
    public void Every_key_that_code_asks_for_has_words()
    {
        var asked = English
            .Select(file =>
                (file, keys: CodeBeside(file).SelectMany(code => ResourceFile.KeysAskedFor(File.ReadAllText(code))).ToHashSet())
            )
            .ToList();

        Assert.True(asked.Sum(a => a.keys.Count) > 100);
        Assert.Empty(asked.SelectMany(a => Lacking(a.keys, a.file).Select(key => $"{a.file} lacks {key}")));
    }

    [Fact]
    public void Every_component_that_asks_for_words_has_some()
    {
        var mute =
            from file in Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
            where IsOurs(file) && !File.Exists(Path.ChangeExtension(file, ".resx"))
            where File.ReadAllText(file).Contains($"IStringLocalizer<{Path.GetFileNameWithoutExtension(file)}>", StringComparison.Ordinal)
            select file;

        Assert.Empty(mute);
    }

    [Theory]
    [InlineData("""@T["title"]""", "title")]
    [InlineData("""words["in", Within(duration)]""", "in")]
    [InlineData("""T[one == 1 ? "days.one" : "days.other", one]""", "days.one days.other")]
    [InlineData("""T[$"{unit}.one"]""", "")]
    public void Keys_are_found_in_code(string code, string keys) =>
        Assert.Equal(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries), ResourceFile.KeysAskedFor(code).Order());

    private static bool IsOurs(string file) => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin");

    private static bool IsWelsh(string file) => file.EndsWith(".cy.resx", StringComparison.Ordinal);

    private static string Welsh(string english) => Path.ChangeExtension(english, ".cy.resx");

    private static IEnumerable<string> CodeBeside(string resx) =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(resx)!, $"{Path.GetFileNameWithoutExtension(resx)}.*")
            .Where(f => Path.GetExtension(f) is ".razor" or ".cs");

    private static IEnumerable<string> Lacking(IEnumerable<string> keys, string file) =>
        File.Exists(file) ? keys.Except(ResourceFile.KeysIn(file)) : [$"the file {file}"];
}
