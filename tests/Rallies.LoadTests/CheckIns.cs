using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Rallies.LoadTests;

/// <summary>People who check in all over the country, so many a second; one a second at a rally that had been quiet, to see when it reaches the screens.</summary>
internal sealed class CheckIns(int port, int perSecond)
{
    private const int Phones = 32;
    private const int QuietTowns = 60;
    private const string Begun = "begun";

    /// <param name="Answers">From sending to the answer.</param>
    /// <param name="Probes">Check-ins at quiet rallies.</param>
    public sealed record Heard(Delays Answers, IReadOnlyList<Probe> Probes, int Refused);

    /// <param name="At">When it was sent, by the machine's clock that all processes share (<see cref="Stopwatch"/>).</param>
    /// <param name="Version">In which it counts.</param>
    public sealed record Probe(long At, string Town, long Version);

    /// <summary>In a process of its own, as phones are no part of anybody's screen: their answers are not to wait behind frames here.</summary>
    /// <param name="begun">Called when warming up is over.</param>
    public static async Task<Heard> ElsewhereAsync(int port, int perSecond, TimeSpan warmUp, TimeSpan during, Action begun)
    {
        string[] role = ["check-ins", Text(port), Text(perSecond), Text(warmUp.TotalSeconds), Text(during.TotalSeconds)];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(CheckIns).Assembly.Location, .. role]) { RedirectStandardOutput = true }
        )!;
        try
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
                if (line == Begun)
                    begun();
                else
                    return JsonSerializer.Deserialize<Heard>(line)!;
            throw new InvalidOperationException("Those who check in gave up.");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>The other end of <see cref="ElsewhereAsync"/>.</summary>
    public static async Task RunAsync(string port, string perSecond, string warmUp, string during)
    {
        var people = new CheckIns((int)Number(port), (int)Number(perSecond));
        await people.GoOnForAsync(TimeSpan.FromSeconds(Number(warmUp)));
        Console.WriteLine(Begun);
        Console.WriteLine(JsonSerializer.Serialize(await people.GoOnForAsync(TimeSpan.FromSeconds(Number(during)))));
    }

    public async Task<Heard> GoOnForAsync(TimeSpan during)
    {
        var (answers, probes, refused) = (new Delays(), new List<Probe>(), 0);
        var towns = await TownsAsync();
        var busy = towns[..^QuietTowns];
        var quiet = towns[^QuietTowns..];
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll([ProbeAsync(), .. Enumerable.Range(0, Phones).Select(n => Task.Run(() => CheckInAsync(n)))]);
        return new(answers, probes, refused);

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
                probes.Add(new(at, quiet[turn % quiet.Count], await PostAsync(phone, quiet[turn % quiet.Count])));
            }
        }

        async Task<long> PostAsync(Phone phone, string town)
        {
            var at = Stopwatch.GetTimestamp();
            var (status, body) = await phone.PostAsync(
                $"/api/v1/days/tonight/rallies/{town}/here",
                $"{{\"id\":\"{Guid.CreateVersion7()}\"}}"
            );
            answers.Add(Stopwatch.GetElapsedTime(at));
            if (status == 201)
                return VersionIn(body);
            Interlocked.Increment(ref refused);
            return 0;
        }
    }

    private static long VersionIn(string row)
    {
        const string name = "\"version\":";
        var from = row.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return long.Parse(row.AsSpan(from, row.AsSpan(from).IndexOf(',')), CultureInfo.InvariantCulture);
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

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
