using System.Text.Json;
using System.Text.RegularExpressions;
using Rallies.Tests.Counting;
using Rallies.Tests.Site;

namespace Rallies.Tests.Door;

public sealed partial class DoorInstalledTests : IAsyncLifetime
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
    private CountingSite night = null!;

    [Fact]
    public async Task The_worker_names_all_that_it_keeps_and_everything_it_names_is_there()
    {
        using var worker = await night.Client.GetAsync("/door/sw.js", Cancelled);
        var script = await worker.Content.ReadAsStringAsync(Cancelled);
        var kept = JsonDocument.Parse(Kept().Match(script).Groups[1].Value).RootElement;
        var files = kept.GetProperty("files").EnumerateArray().Select(f => f.GetString()!).ToList();

        Assert.Equal(("text/javascript", true), (worker.Content.Headers.ContentType!.MediaType, worker.Headers.CacheControl!.NoCache));
        Assert.Contains(files, file => file.EndsWith(".woff2", StringComparison.Ordinal));
        Assert.All(files, file => Assert.StartsWith("/assets/", file, StringComparison.Ordinal));
        foreach (var address in files.Concat(kept.GetProperty("shells").EnumerateArray().Select(s => s.GetString()!)))
            Assert.True((await night.Client.GetAsync(address, Cancelled)).IsSuccessStatusCode, address);
        Assert.True((await night.Client.GetAsync(Imported().Match(script).Groups[1].Value, Cancelled)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Everything_the_shell_asks_for_is_kept()
    {
        var script = await night.Client.GetStringAsync("/door/sw.js", Cancelled);

        var shell = await Page.Open(night.Client, "/door/shell");

        var asked = shell
            .Document.QuerySelectorAll("link[href], script[src], img[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!);
        Assert.All(asked, address => Assert.Contains($"\"{address}\"", script, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_shell_is_the_same_for_everybody_and_sets_no_cookie()
    {
        var steward = night.Site.Visitor();
        using var opened = await steward.GetAsync($"/k/{night.Steward.Text}", Cancelled);

        using var shell = await steward.GetAsync("/door/shell", Cancelled);
        var text = await shell.Content.ReadAsStringAsync(Cancelled);

        Assert.False(shell.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("__RequestVerificationToken", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Leeds", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_is_named_after_the_rallys_door_and_opens_it()
    {
        using var answer = await night.Client.GetAsync("/door/app.webmanifest?rally=3rd-june/leeds", Cancelled);
        var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled)).RootElement;
        using var plain = await night.Client.GetAsync("/door/app.webmanifest?rally=../../etc", Cancelled);
        var nobodys = JsonDocument.Parse(await plain.Content.ReadAsStringAsync(Cancelled)).RootElement;

        Assert.Equal(
            ("application/manifest+json", "Leeds door", "/door/3rd-june/leeds?app", "/door/", "standalone"),
            (answer.Content.Headers.ContentType!.MediaType, Text("name"), Text("start_url"), Text("scope"), Text("display"))
        );
        Assert.Contains("data-app", await night.Client.GetStringAsync(Text("start_url"), Cancelled), StringComparison.Ordinal); // with no cookie
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
            Assert.Equal(
                "image/png",
                (await night.Client.GetAsync(icon.GetProperty("src").GetString(), Cancelled)).Content.Headers.ContentType!.MediaType
            );
        Assert.Equal("/door/shell?app", nobodys.GetProperty("start_url").GetString());

        string? Text(string name) => manifest.GetProperty(name).GetString();
    }

    [Fact]
    public void Every_sentence_the_script_says_is_among_its_words()
    {
        var sources = Directory.GetFiles(Repository.Folder("wwwroot-assets", "ts", "door"), "*.ts").Select(File.ReadAllText).ToList();
        var words = Words.ResourceFile.KeysIn(Path.Combine(Repository.Folder("src", "Rallies.Web", "Door"), "DoorWords.resx")).ToHashSet();

        var said = sources.SelectMany(source => Said().Matches(source)).Select(call => call.Groups[1].Value).ToHashSet();

        Assert.True(said.Count > 40, $"{said.Count} sentences were found");
        Assert.Empty(said.Except(words));
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    [GeneratedRegex(@"self\.kept = (\{.*\});")]
    private static partial Regex Kept();

    [GeneratedRegex("importScripts\\(\"([^\"]+)\"\\)")]
    private static partial Regex Imported();

    [GeneratedRegex("say\\(\"([a-z.-]+)\"")]
    private static partial Regex Said();
}
