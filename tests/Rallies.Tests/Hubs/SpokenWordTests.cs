using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Domain.Speakers;
using Rallies.Tests.Counting;
using Rallies.Tests.Streams;
using Rallies.Web;
using Rallies.Web.Access;
using Rallies.Web.Hubs;
using Rallies.Web.Live;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Hubs;

/// <summary>Who is on and what is announced, as those hear it who watch.</summary>
public sealed class SpokenWordTests : IAsyncLifetime
{
    private static readonly string[] names = ["Amina", "Ben", "Choir"];
    private CountingSite night = null!;
    private List<Slot> slots = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_town_page_hears_who_is_on_and_others_do_not()
    {
        await using var leeds = await Connect();
        await using var goole = await Connect();
        var (here, there) = (Heard(leeds, "Speaking"), Heard(goole, "Speaking"));
        await leeds.InvokeAsync<JsonElement>("Watch", "3rd-june", "leeds", Token);
        await goole.InvokeAsync<JsonElement>("Watch", "3rd-june", "goole", Token);
        var first = await here.ReadAsync(Token);

        await Cue((cues, held) => cues.PutOnAsync(held, night.Leeds.Id, Guid.CreateVersion7(), slots[1].Id, Token));
        var second = await here.ReadAsync(Token);

        Assert.Equal("""{"day":"3rd-june","town":"leeds","now":"Amina","next":"Ben","lateMinutes":0}""", first.GetRawText());
        Assert.Equal("""{"day":"3rd-june","town":"leeds","now":"Ben","next":"Choir","lateMinutes":-5}""", second.GetRawText());
        Assert.False(there.TryRead(out _));
    }

    [Fact]
    public async Task The_hour_alone_brings_on_the_next()
    {
        await using var page = await Connect();
        var heard = Heard(page, "Speaking");
        await page.InvokeAsync<JsonElement>("Watch", "3rd-june", "leeds", Token);
        await heard.ReadAsync(Token);

        night.Site.Clock.Advance(Duration.FromMinutes(5));

        Assert.Equal("Ben", (await heard.ReadAsync(Token)).GetProperty("now").GetString());
    }

    [Fact]
    public async Task Whoever_comes_late_hears_what_was_said()
    {
        await Announce("We march at seven.");
        await using var page = await Connect();
        await using var board = await Connect();
        var (here, there) = (Heard(page, "Announcement"), Heard(board, "Announcement"));

        await page.InvokeAsync<JsonElement>("Watch", "3rd-june", "leeds", Token);
        await board.InvokeAsync<JsonElement>("Watch", "3rd-june", null, Token);

        Assert.Equal("We march at seven.", (await here.ReadAsync(Token)).GetProperty("text").GetString());
        Assert.Equal("leeds", (await there.ReadAsync(Token)).GetProperty("town").GetString());
    }

    [Fact]
    public async Task Whoever_joins_while_something_is_announced_hears_it_once()
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Connect()));
        var heard = pages.Select(page => Heard(page, "Announcement")).ToList();

        var joining = pages.Select(page => Task.Run(() => page.InvokeAsync<JsonElement>("Watch", "3rd-june", "leeds", Token))).ToList();
        var streams = pages.Select(_ => Task.Run(JoinedStream)).ToList();
        await Announce("We march at seven.");
        await Task.WhenAll([.. joining, .. streams]);
        Use<Broadcast>().Say(new Announcement("3rd-june", "leeds", "Good night.", "2028-06-03T19:00:00Z"));

        foreach (var page in heard)
            Assert.Equal(["We march at seven.", "Good night."], await Texts(async () => await page.ReadAsync(Token)));
        foreach (var stream in streams)
        {
            using var opened = await stream;
            Assert.Equal(["We march at seven.", "Good night."], await Texts(async () => await NextAnnouncement(opened)));
        }
        foreach (var page in pages)
            await page.DisposeAsync();
    }

    [Fact]
    public async Task What_is_taken_back_is_empty_from_then_on()
    {
        await using var board = await Connect();
        var heard = Heard(board, "Announcement");
        await board.InvokeAsync<JsonElement>("Watch", "3rd-june", null, Token);
        var id = await Announce("We march at eight.");
        var said = await heard.ReadAsync(Token);

        await Use<Announce>().TakeBackAsync(await Held(), id, "", Token);
        var taken = await heard.ReadAsync(Token);

        Assert.Equal(("We march at eight.", ""), (said.GetProperty("text").GetString(), taken.GetProperty("text").GetString()));
        Assert.Equal(said.GetProperty("at").GetString(), taken.GetProperty("at").GetString());
    }

    [Fact]
    public async Task A_rally_that_is_hidden_takes_its_words_along()
    {
        await Announce("Come to my shop.");
        await using var board = await Connect();
        var heard = Heard(board, "Announcement");
        await board.InvokeAsync<JsonElement>("Watch", "3rd-june", null, Token);
        await heard.ReadAsync(Token);
        var admin = new Grant(Role.Admin, null, "Admin", Secret.New(), night.Now);
        await night.Site.Holds(admin);

        await Use<ModerateRally>().HideAsync(HeldGrants.None.With(admin.Id), night.Leeds.Id, "A shop.", Token);

        Assert.Equal("", (await heard.ReadAsync(Token)).GetProperty("text").GetString());
    }

    public async ValueTask InitializeAsync()
    {
        night = await CountingSite.Open();
        slots = [.. names.Select((name, i) => new Slot(night.Leeds.Id, i, name, 5, null))];
        await night.Site.Holds([.. slots]);
        await night.Change(_ => { });
    }

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private T Use<T>()
        where T : notnull => night.Site.Services.GetRequiredService<T>();

    private async Task<HeldGrants> Held() => HeldGrants.None.With((await Use<GrantBook>().FindAsync(night.Owner, Token))!.Id);

    private async Task Cue(Func<CueSpeakers, HeldGrants, Task<Cued>> say) =>
        Assert.Equal(Cued.Made, await say(Use<CueSpeakers>(), await Held()));

    private async Task<Guid> Announce(string text)
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(Announced.Made, await Use<Announce>().AtRallyAsync(await Held(), id, night.Leeds.Id, text, Token));
        return id;
    }

    private static async Task<List<string?>> Texts(Func<Task<JsonElement>> next)
    {
        var texts = new List<string?>();
        do texts.Add((await next()).GetProperty("text").GetString());
        while (texts[^1] != "Good night.");
        return texts;
    }

    // Headers come before it has joined, and what is said between them is not sent to it.
    private async Task<OpenStream> JoinedStream()
    {
        var stream = await OpenStream.Of(night, "leeds");
        Assert.Equal("Counts", (await stream.Next())!.Value.Name);
        return stream;
    }

    private static async Task<JsonElement> NextAnnouncement(OpenStream stream)
    {
        while (true)
            if ((await stream.Next())!.Value is ("Announcement", _, var data))
                return data;
    }

    private async Task<HubConnection> Connect()
    {
        var page = WebSocketConnectionFactory.Into(night.Site.Server).To(new Uri(night.Site.Server.BaseAddress, Addresses.LiveHub));
        await page.StartAsync(Token);
        return page;
    }

    private static ChannelReader<JsonElement> Heard(HubConnection page, string message)
    {
        var heard = Channel.CreateUnbounded<JsonElement>();
        page.On<JsonElement>(message, said => heard.Writer.TryWrite(said.Clone()));
        return heard.Reader;
    }
}
