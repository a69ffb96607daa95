using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rallies.BrowserTests.Site;

public sealed partial class PublishedRalliesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_program_has_all_it_needs_wherever_it_is_started_from()
    {
        using var published = await PublishedRallies.Publish(Cancelled);
        var elsewhere = Directory.CreateTempSubdirectory("rallies-elsewhere-");
        await using (
            var program = RalliesProgram.StartFrom(
                elsewhere.FullName,
                published.Program,
                ["--urls", "http://127.0.0.1:0", "--Rallies:Demo", "true"]
            )
        )
        {
            using var client = new HttpClient { BaseAddress = await program.Listens() };

            var front = await client.GetStringAsync("/", Cancelled);
            Assert.Contains("3rd June, 6pm sharp", front, StringComparison.Ordinal);
            foreach (var asset in Assets().Matches(front).Select(asset => asset.Value).Distinct())
                Assert.NotEmpty(await client.GetByteArrayAsync(asset, Cancelled));
            Assert.NotEmpty(Assets().Matches(front));

            var towns = await client.GetFromJsonAsync<JsonElement>("/api/v1/towns?q=goole", Cancelled);
            Assert.Equal(["goole"], towns.EnumerateArray().Select(town => town.GetProperty("slug").GetString()));
        }

        Assert.Contains("rallies.db", Directory.GetFiles(Path.Combine(published.Folder.FullName, "data")).Select(Path.GetFileName));
        Assert.Empty(elsewhere.EnumerateFileSystemInfos());
        elsewhere.Delete();
    }

    [GeneratedRegex("/assets/[^\"' ]+")]
    private static partial Regex Assets();
}
