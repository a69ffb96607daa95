using System.Diagnostics;

namespace Rallies.LoadTests;

/// <summary>
/// Durable check-ins a second over HTTP, with everything the site does for one, against a bare POST with group commit and one with a
/// transaction each: three servers on the same disk, asked in turns in one run.
/// </summary>
internal sealed class CheckInServing(int rounds, TimeSpan each, Report report)
{
    private const int Phones = 128;
    private const int Paced = 1_000;
    private const int WarmUp = 3; // until the code is compiled for good

    public async Task MeasureAsync()
    {
        Report.Heading($"Durable check-ins over HTTP, {Phones} connections, {rounds} rounds of {each.TotalSeconds:0} s");
        var folder = Directory.CreateTempSubdirectory("rallies-bare-").FullName;
        await using var site = await ServerProcess.SiteAsync(5391);
        await using var together = await ServerProcess.BaselineAsync(
            5392,
            folder,
            "bare-post",
            "5392",
            Path.Combine(folder, "many.db"),
            "512"
        );
        await using var single = await ServerProcess.BaselineAsync(5393, null, "bare-post", "5393", Path.Combine(folder, "one.db"), "1");
        List<double> ours = [],
            bares = [],
            singles = [];
        for (var round = -WarmUp; round < rounds; round++)
        {
            ours.Add(await RateAsync(site, "/api/v1/days/tonight/rallies/leeds/here"));
            bares.Add(await RateAsync(together, "/"));
            singles.Add(await RateAsync(single, "/"));
        }
        await PacedAsync(site);
        report.Figure("check-ins.site", Median(ours), "/s");
        report.Figure("check-ins.bare.together", Median(bares), "/s");
        report.Figure("check-ins.bare.single", Median(singles), "/s");
        report.Figure("check-ins.ratio.together", Median([.. ours.Zip(bares, (a, b) => a / b)]), "", "≥ 0.85");
        report.Figure("check-ins.ratio.single", Median([.. ours.Zip(singles, (a, b) => a / b)]), "", "≥ 4");
    }

    private async Task<double> RateAsync(ServerProcess server, string path)
    {
        var (done, timer, cpu) = (0, Stopwatch.StartNew(), server.Cpu);
        await Task.WhenAll(Enumerable.Range(0, Phones).Select(_ => Task.Run(PostAsync)));
        Report.Note(
            $"{server.Port}: {done / timer.Elapsed.TotalSeconds:N0}/s, {(server.Cpu - cpu) / done * 1_000_000:N0} µs of processor each"
        );
        return done / timer.Elapsed.TotalSeconds;

        async Task PostAsync()
        {
            using var phone = await Phone.ToAsync(server.Port);
            while (timer.Elapsed < each)
            {
                var (status, body) = await phone.PostAsync(path, $"{{\"id\":\"{Guid.CreateVersion7()}\"}}");
                if (status != 201)
                    throw new InvalidOperationException($"Answered {status}: {body}");
                Interlocked.Increment(ref done);
            }
        }
    }

    // What one costs when the site has time between them: threads that look for work while there is none cost as much as work.
    private async Task PacedAsync(ServerProcess site)
    {
        var people = new CheckIns(site.Port, Paced);
        var cpu = site.Cpu;
        var heard = await people.GoOnForAsync(each * 2);
        report.Figure($"check-ins.at.{Paced}.cpu", (site.Cpu - cpu) / heard.Answers.Count * 1_000_000, "µs each");
        report.Figure($"check-ins.at.{Paced}.p99", heard.Answers.Percentile(0.99), "ms");
    }

    private static double Median(IReadOnlyList<double> rates) => rates.Skip(WarmUp).Order().ElementAt((rates.Count - WarmUp) / 2);
}
