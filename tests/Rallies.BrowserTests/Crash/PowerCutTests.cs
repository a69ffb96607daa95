using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Rallies.BrowserTests.Site;

namespace Rallies.BrowserTests.Crash;

/// <summary>An answer means durable: the real program, cut off under load and started again.</summary>
public sealed class PowerCutTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_who_was_answered_is_counted_once_after_a_power_cut()
    {
        await using var site = await RalliesSite.Start("--Rallies:Limits:Enabled", "false");
        using var people = new HttpClient { BaseAddress = site.Address };
        var tried = new ConcurrentDictionary<Guid, bool>(); // and whether it was answered
        var enough = new TaskCompletionSource();

        var crowd = Enumerable.Range(0, 40).Select(_ => ComeIn(people, tried, enough)).ToList();
        await enough.Task.WaitAsync(Cancelled);
        await site.Kill();
        await Task.WhenAll(crowd);
        await site.Restart();

        var again = new Dictionary<Guid, HttpStatusCode>();
        foreach (var id in tried.Keys)
            again[id] = await Here(people, id);
        Assert.All(tried.Where(t => t.Value), answered => Assert.Equal(HttpStatusCode.OK, again[answered.Key]));
        Assert.Equal(tried.Count, (await Leeds(people)).GetProperty("checkedIn").GetInt32());
    }

    [Fact]
    public async Task A_door_that_lost_its_answer_sends_again_and_counts_once()
    {
        await using var site = await RalliesSite.Start("--Rallies:Limits:Enabled", "false");
        using var phone = new HttpClient { BaseAddress = site.Address };
        var device = Guid.CreateVersion7();
        var queue = new ConcurrentDictionary<Guid, bool>();
        var enough = new TaskCompletionSource();

        var link = (await site.Printed("Steward")).Segments[^1];
        var door = Enumerable.Range(0, 8).Select(_ => Tap(phone, link, device, queue, enough)).ToList();
        await enough.Task.WaitAsync(Cancelled);
        await site.Kill();
        await Task.WhenAll(door);
        await site.Restart();
        var newLink = (await site.Printed("Steward")).Segments[^1];
        foreach (var id in queue.Keys)
            await Deliver(phone, newLink, device, id);

        Assert.Equal(queue.Count, (await Leeds(phone)).GetProperty("entered").GetInt32());
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("rallies.db")]
    [InlineData("rallies.db-wal")]
    public async Task A_power_cut_in_the_middle_of_the_first_start_is_survived(string file)
    {
        var data = Directory.CreateTempSubdirectory("rallies-crash-");
        string[] options = ["--urls", "http://127.0.0.1:0", "--Rallies:Demo", "true", "--Rallies:DataDirectory", data.FullName];
        using var watcher = new FileSystemWatcher(data.FullName, file);
        var appeared = new TaskCompletionSource();
        watcher.Created += (_, _) => appeared.TrySetResult();
        watcher.EnableRaisingEvents = true;

        await using (var first = RalliesProgram.Start(options))
        {
            await appeared.Task.WaitAsync(Cancelled);
            await first.Kill();
        }
        await using (var second = RalliesProgram.Start(options))
            await second.Listens();
        data.Delete(recursive: true);
    }

    private static async Task ComeIn(HttpClient people, ConcurrentDictionary<Guid, bool> tried, TaskCompletionSource enough)
    {
        try
        {
            while (true)
            {
                var id = Guid.CreateVersion7();
                tried[id] = false;
                tried[id] = await Here(people, id) == HttpStatusCode.Created;
                if (tried.Count > 600)
                    enough.TrySetResult();
            }
        }
        catch (HttpRequestException) { } // the power is cut
    }

    private static async Task Tap(
        HttpClient phone,
        string link,
        Guid device,
        ConcurrentDictionary<Guid, bool> queue,
        TaskCompletionSource enough
    )
    {
        try
        {
            while (true)
            {
                var id = Guid.CreateVersion7();
                queue[id] = false;
                await Deliver(phone, link, device, id);
                if (queue.Count > 200)
                    enough.TrySetResult();
            }
        }
        catch (HttpRequestException) { } // the power is cut
    }

    private static async Task<HttpStatusCode> Here(HttpClient people, Guid id)
    {
        using var answer = await people.PostAsJsonAsync("/api/v1/days/tonight/rallies/leeds/here", new { id }, Cancelled);
        return answer.StatusCode;
    }

    // The phone fixed the time when the button was pressed: the id says it, in milliseconds (RFC 9562 §5.7).
    private static async Task Deliver(HttpClient phone, string link, Guid device, Guid id)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16)).ToString("O");
        var batch = new
        {
            device,
            rally = "tonight/leeds",
            taps = new[]
            {
                new
                {
                    id,
                    kind = "in",
                    at,
                },
            },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/door/taps") { Content = JsonContent.Create(batch) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", link);
        using var answer = await phone.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<JsonElement> Leeds(HttpClient client)
    {
        var counts = await client.GetFromJsonAsync<JsonElement>("/api/v1/days/tonight/counts", Cancelled);
        return counts.GetProperty("rallies").EnumerateArray().Single(r => r.GetProperty("town").GetString() == "leeds");
    }
}
