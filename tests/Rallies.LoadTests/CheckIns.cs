using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Rallies.LoadTests;

/// <summary>People who check in all over the country, so many a second; one a second at a rally that had been quiet, to see when it reaches the screens.</summary>
internal sealed class CheckIns(int port, int perSecond)
{
    private const int Phones = 32;
    private const int QuietTowns = 60;

    /// <summary>From sending to the answer.</summary>
    public Delays Answers { get; } = new();

    /// <summary>Check-ins at quiet rallies: when they were sent, where, and the version in which they count.</summary>
    public List<(long At, string Town, long Version)> Probes { get; } = [];

    public int Refused { get; private set; }

    public async Task GoOnForAsync(TimeSpan during)
    {
        var towns = await TownsAsync();
        var busy = towns[..^QuietTowns];
        var quiet = towns[^QuietTowns..];
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll([ProbeAsync(), .. Enumerable.Range(0, Phones).Select(n => Task.Run(() => CheckInAsync(n)))]);

        async Task CheckInAsync(int number)
        {
            using var phone = await Phone.ToAsync(port);
            var between = TimeSpan.FromSeconds((double)Phones / perSecond);
            for (var turn = 0; ; turn++)
            {
                var due = between * (turn + (double)number / Phones);
                if (due > during)
                    return;
                if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } wait)
                    await Task.Delay(wait);
                await PostAsync(phone, busy[((turn * Phones) + number) * 7919 % busy.Count]);
            }
        }

        async Task ProbeAsync()
        {
            using var phone = await Phone.ToAsync(port);
            for (var turn = 0; Stopwatch.GetElapsedTime(started) < during - TimeSpan.FromSeconds(4); turn++)
            {
                await Task.Delay(1_000);
                var at = Stopwatch.GetTimestamp();
                Probes.Add((at, quiet[turn % quiet.Count], await PostAsync(phone, quiet[turn % quiet.Count])));
            }
        }
    }

    private async Task<long> PostAsync(Phone phone, string town)
    {
        var at = Stopwatch.GetTimestamp();
        var (status, body) = await phone.PostAsync($"/api/v1/days/tonight/rallies/{town}/here", $"{{\"id\":\"{Guid.CreateVersion7()}\"}}");
        Answers.Add(Stopwatch.GetElapsedTime(at));
        if (status != 201)
        {
            Refused++;
            return 0;
        }
        const string name = "\"version\":";
        var from = body.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return long.Parse(body.AsSpan(from, body.AsSpan(from).IndexOf(',')), CultureInfo.InvariantCulture);
    }

    private async Task<List<string>> TownsAsync()
    {
        using var client = new HttpClient();
        using var counts = JsonDocument.Parse(await client.GetStringAsync($"http://127.0.0.1:{port}/api/v1/days/tonight/counts"));
        return
        [
            .. counts
                .RootElement.GetProperty("rallies")
                .EnumerateArray()
                .Where(r => r.GetProperty("open").GetBoolean())
                .Select(r => r.GetProperty("town").GetString()!),
        ];
    }
}
