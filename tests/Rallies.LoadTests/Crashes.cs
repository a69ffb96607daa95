using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace Rallies.LoadTests;

/// <summary>The site killed under load again and again, at a moment nobody chose: whoever was answered is counted, and counted once.</summary>
internal sealed class Crashes(int kills, Report report)
{
    private const int Port = 5391;
    private const int Phones = 40;
    private const string Here = "/api/v1/days/tonight/rallies/leeds/here";
    private readonly ConcurrentDictionary<Guid, bool> tried = new(); // and whether it was answered

    private int Answered => tried.Count(t => t.Value);

    public async Task MeasureAsync()
    {
        Report.Heading($"{kills} power cuts under load");
        var folder = Directory.CreateTempSubdirectory("rallies-crash-").FullName;
        for (var kill = 1; kill <= kills; kill++)
        {
            await using var site = await ServerProcess.SiteAsync(Port, folder);
            var crowd = Enumerable.Range(0, Phones).Select(_ => Task.Run(ComeInAsync)).ToList();
            for (var before = Answered; Answered == before; )
                await Task.Delay(10);
            await Task.Delay(RandomNumberGenerator.GetInt32(300, 3_000));
            await site.KillAsync();
            await Task.WhenAll(crowd);
            Report.Note($"cut {kill}: {Answered} answered, {tried.Count(t => !t.Value)} left without an answer so far");
        }
        await using (await ServerProcess.SiteAsync(Port, folder))
        {
            var counted = await CountedAsync();
            var lost = 0;
            using var phone = await Phone.ToAsync(Port);
            foreach (var (id, answered) in tried)
                if ((await phone.PostAsync(Here, Body(id))).Status != 200 && answered)
                    lost++;
            report.Figure("crashes.answered", Answered);
            report.Figure("crashes.lost", lost, "", "0");
            report.Figure("crashes.doubled", Math.Max(0, await CountedAsync() - tried.Count), "", "0");
            report.Figure("crashes.counted.without.answer", counted - Answered + lost);
        }
        Directory.Delete(folder, recursive: true);
    }

    private async Task ComeInAsync()
    {
        try
        {
            using var phone = await Phone.ToAsync(Port);
            while (true)
            {
                var id = Guid.CreateVersion7();
                tried[id] = false;
                tried[id] = (await phone.PostAsync(Here, Body(id))).Status == 201;
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The power is cut.
        }
    }

    private static async Task<int> CountedAsync()
    {
        using var client = new HttpClient();
        using var counts = JsonDocument.Parse(await client.GetStringAsync($"http://127.0.0.1:{Port}/api/v1/days/tonight/counts"));
        var rows = counts.RootElement.GetProperty("rallies").EnumerateArray();
        return rows.Single(r => r.GetProperty("town").GetString() == "leeds").GetProperty("checkedIn").GetInt32();
    }

    private static string Body(Guid id) => $"{{\"id\":\"{id}\"}}";
}
