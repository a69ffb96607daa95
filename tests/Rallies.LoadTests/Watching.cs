using System.Diagnostics;

namespace Rallies.LoadTests;

/// <summary>
/// Thousands of viewers on this machine, client and server together: over the stream, over the hub, and over a bare SignalR hub that
/// sends the same bytes in the same run. The country checks in meanwhile; what that alone costs is measured first and taken off.
/// </summary>
/// <param name="over">Only one of the three, for whoever works on it: <c>bare</c>, <c>hub</c> or <c>stream</c>; null for all.</param>
internal sealed class Watching(int viewers, int checkInsPerSecond, TimeSpan during, Report report, string? over = null)
{
    private const int SitePort = 5391;
    private const int BarePort = 5392;

    // Until the code is compiled for good, and the rows go in turns.
    private static readonly TimeSpan warmUp = TimeSpan.FromSeconds(15);

    // Until what was compiled while thousands connected is compiled for good: an idle night is hours.
    private static readonly TimeSpan calmDown = TimeSpan.FromSeconds(45);
    private const string Watch = """{"type":1,"invocationId":"1","target":"Watch","arguments":["tonight"]}""";
    private const string BareWatch = """{"type":1,"invocationId":"1","target":"Watch","arguments":[]}""";

    public async Task MeasureAsync()
    {
        OpenFiles.Check(viewers);
        // Thousands of phones elsewhere take no turns on this machine's processors: more threads would only push the site aside.
        ThreadPool.GetMaxThreads(out var most, out var mostPorts);
        ThreadPool.SetMaxThreads(Environment.ProcessorCount, mostPorts);
        try
        {
            await CompareAsync();
        }
        finally
        {
            ThreadPool.SetMaxThreads(most, mostPorts);
        }
    }

    private async Task CompareAsync()
    {
        var bare = await MeasureAsync("bare", isBare: true, screens => screens.WatchHubAsync(BarePort, BareHub.Path, BareWatch));
        var hub = await MeasureAsync("hub", isBare: false, screens => screens.WatchHubAsync(SitePort, "/hubs/live", Watch));
        var stream = await MeasureAsync("stream", isBare: false, screens => screens.WatchStreamAsync(SitePort, "/tonight/live/stream"));
        if (bare is null || hub is null || stream is null)
            return; // there is nothing to compare
        Report.Heading($"Against the bare hub, {viewers} viewers");
        report.Figure("hub.cpu.ratio", hub.CpuAMessage / bare.CpuAMessage, "", "≤ 1.1");
        report.Figure("stream.cpu.ratio", stream.CpuAMessage / bare.CpuAMessage, "", "≤ 0.65");
        report.Figure("hub.memory.ratio", hub.MemoryAViewer / bare.MemoryAViewer, "", "≤ 1.15");
        report.Figure("stream.memory.ratio", stream.MemoryAViewer / bare.MemoryAViewer, "", "≤ 0.55");
        report.Figure("stream.idle.cpu.ratio", stream.IdleCpu / bare.IdleCpu, "", "≤ 0.25");
        report.Figure("hub.p99.ratio", hub.P99 / Math.Max(1, bare.P99));
        report.Figure("stream.p99.ratio", stream.P99 / Math.Max(1, bare.P99));
    }

    private async Task<Cost?> MeasureAsync(string name, bool isBare, Func<Screens, Task> watch)
    {
        if (over is not null && over != name)
            return null;
        Report.Heading($"{viewers} viewers over the {name}{(isBare ? " hub" : "")}, {checkInsPerSecond} check-ins a second");
        await using var site = await ServerProcess.SiteAsync(SitePort);
        await using var other = isBare ? await ServerProcess.BaselineAsync(BarePort, null, "bare-hub", $"{BarePort}", $"{SitePort}") : null;
        var server = other ?? site;
        if (!isBare)
            report.Figure($"{name}.site.memory.idle", site.Memory, "MiB", "≤ 120");

        var alone = await LoadedAsync(server, site.Port, during, viewers: null);
        await Task.Delay(TimeSpan.FromSeconds(4)); // rows held back have gone out, memory has come to rest
        var before = server.Memory;
        await using var screens = new Screens(viewers);
        var opening = Stopwatch.StartNew();
        await watch(screens);
        report.Figure($"{name}.connected.in", opening.Elapsed.TotalSeconds, "s");
        await Task.Delay(TimeSpan.FromSeconds(3));
        var memory = (server.Memory - before) * 1024 / viewers;
        report.Figure($"{name}.memory.viewer", memory, "KiB");
        await Task.Delay(calmDown);
        var idle = await IdleAsync(server);
        report.Figure($"{name}.idle.cpu", idle * 1_000, "ms/s");

        var loaded = await LoadedAsync(server, site.Port, during, screens);
        var each = (loaded.Cpu - alone.Cpu) / loaded.Delivered * 1_000_000;
        report.Figure($"{name}.frames", (double)loaded.Delivered / viewers / during.TotalSeconds, "/s");
        report.Figure($"{name}.bytes.viewer", loaded.Bytes / (double)viewers / during.TotalSeconds / 1_000, "kB/s");
        report.Figure($"{name}.cpu.message", each, "µs");
        report.Figure($"{name}.spread.p50", screens.Spread.Percentile(0.5), "ms");
        report.Figure($"{name}.spread.p99", screens.Spread.Percentile(0.99), "ms", "≤ 300");
        report.Figure($"{name}.lost", screens.LostSoFar, "", "0");
        report.Figure($"{name}.memory.loaded", server.Memory, "MiB", name == "stream" ? "≤ 300 with 10,000" : null);
        if (!isBare)
        {
            report.Figure($"{name}.tap-to-slowest.p50", loaded.ToSlowest.Percentile(0.5), "ms");
            report.Figure($"{name}.tap-to-slowest.p95", loaded.ToSlowest.Percentile(0.95), "ms");
            report.Figure($"{name}.tap-to-slowest.p99", loaded.ToSlowest.Percentile(0.99), "ms", "≤ 450");
            report.Figure($"{name}.check-in.p99", loaded.Answers.Percentile(0.99), "ms");
            report.Figure(
                $"{name}.check-in.p99.ratio",
                loaded.Answers.Percentile(0.99) / Math.Max(1, alone.Answers.Percentile(0.99)),
                "",
                name == "stream" ? "≤ 1.5 with 5,000" : null
            );
        }
        return new(each, memory, idle, screens.Spread.Percentile(0.99));
    }

    private static async Task<double> IdleAsync(ServerProcess server)
    {
        var (cpu, timer) = (server.Cpu, Stopwatch.StartNew());
        await Task.Delay(TimeSpan.FromSeconds(30)); // two pings
        return (server.Cpu - cpu) / timer.Elapsed.TotalSeconds;
    }

    private async Task<Load> LoadedAsync(ServerProcess server, int sitePort, TimeSpan time, Screens? viewers)
    {
        await using var reader = new FrameReader(sitePort);
        var cpu = 0.0;
        var people = await CheckIns.ElsewhereAsync(sitePort, checkInsPerSecond, warmUp, time, Begin);
        cpu = server.Cpu - cpu;
        var (delivered, bytes) = (viewers?.Delivered ?? 0, viewers?.Bytes ?? 0);
        if (people.Refused > 0)
            Report.Note($"{people.Refused} check-ins were refused");
        await Task.Delay(TimeSpan.FromSeconds(4));
        var toSlowest = new Delays();
        foreach (var (at, town, version) in people.Probes)
            if (viewers is not null && reader.FrameOf(town, version) is { } frame && viewers.LastSaw(frame) is { } last)
                toSlowest.Add(Stopwatch.GetElapsedTime(at, last));
        if (viewers is not null && toSlowest.Count < people.Probes.Count)
            Report.Note($"{people.Probes.Count - toSlowest.Count} of {people.Probes.Count} probes did not reach every screen");
        return new(cpu, delivered, bytes, people.Answers, toSlowest);

        void Begin()
        {
            viewers?.Forget();
            cpu = server.Cpu;
        }
    }

    private sealed record Cost(double CpuAMessage, double MemoryAViewer, double IdleCpu, double P99);

    private sealed record Load(double Cpu, long Delivered, long Bytes, Delays Answers, Delays ToSlowest);
}
