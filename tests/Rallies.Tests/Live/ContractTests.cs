using System.Text.Json;
using Rallies.Tests.Client;
using Rallies.Web.Hubs;
using Rallies.Web.Live;

namespace Rallies.Tests.Live;

/// <summary>The pages' script and the server speak of the same things by the same names.</summary>
public sealed class ContractTests
{
    private static readonly IReadOnlyList<TypeScriptInterface> script = TypeScriptInterface.Parse(
        Repository.Folder("wwwroot-assets", "ts", "live", "contract.ts")
    );
    private static readonly JsonElement snapshot = JsonDocument
        .Parse(SomeBoard.Day(7, SomeBoard.Row("leeds", 7, 5)).Snapshot.Json)
        .RootElement;

    [Fact]
    public void The_hub_says_what_the_script_hears() => Same("LiveClient", typeof(ILiveClient).GetMethods().Select(m => m.Name));

    [Fact]
    public void A_frame_has_the_scripts_fields() => Same("Frame", Names(snapshot));

    [Fact]
    public void A_total_has_the_scripts_fields() => Same("Total", Names(snapshot.GetProperty("total")));

    [Fact]
    public void A_row_has_the_scripts_fields() => Same("Row", Names(snapshot.GetProperty("rallies")[0]));

    [Fact]
    public void An_announcement_has_the_scripts_fields() => Same("Announcement", typeof(Announcement).GetProperties().Select(p => p.Name));

    [Fact]
    public void Who_is_speaking_has_the_scripts_fields() => Same("Speaking", typeof(Speaking).GetProperties().Select(p => p.Name));

    private static void Same(string name, IEnumerable<string> here) =>
        Assert.Equal(script.Single(i => i.Name == name).Members, here.Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name);
}
