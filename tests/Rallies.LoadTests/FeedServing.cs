using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Rallies.LoadTests;

/// <summary>
/// Feeds a second over HTTP, whole (compressed) and as 304, against a bare Kestrel endpoint that sends the same octets with the same
/// headers from memory: two server processes, asked in turns by the same client in one run. The client shares the machine with them, so
/// the rates waver; processor time an answer hardly does.
/// </summary>
internal static class FeedServing
{
    private const int Rounds = 9;
    private const int WarmUp = 1;
    private const int Connections = 32;
    private static readonly TimeSpan each = TimeSpan.FromSeconds(2);
    private static readonly string[] feeds = ["tonight.ics", "tonight/leeds.ics", "all.ics"];

    public static async Task MeasureAsync(Report report)
    {
        Report.Heading(
            $"Feeds over HTTP, {Connections} connections, {Rounds} rounds of {each.TotalSeconds:0} s, each against bare Kestrel"
        );
        await using var site = await ServerProcess.SiteAsync(5391);
        await using var bare = await ServerProcess.BaselineAsync(5392, null, "bare", "5392", "http://127.0.0.1:5391/calendar/");
        foreach (var feed in feeds)
        {
            await CompareAsync(site, bare, feed, "gzip", "Accept-Encoding: gzip\r\n", report);
            await CompareAsync(site, bare, feed, "304", $"Accept-Encoding: gzip\r\nIf-None-Match: {await TagAsync(feed)}\r\n", report);
        }
    }

    /// <summary>The baseline: fetches what it is asked for from the site once, then sends it from memory.</summary>
    public static async Task ServeBareAsync(string port, string origin)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        while (!(await client.GetAsync(origin + "all.ics")).IsSuccessStatusCode)
            await Task.Delay(100); // still being made
        var kept = new Dictionary<string, (byte[] Body, KeyValuePair<string, string>[] Headers, string Tag)>();
        foreach (var feed in feeds)
        {
            using var answer = await client.GetAsync(origin + feed);
            var headers = answer
                .Headers.Concat(answer.Content.Headers)
                .Where(h => h.Key is not ("Date" or "Server"))
                .Select(h => KeyValuePair.Create(h.Key, string.Join(", ", h.Value)))
                .ToArray();
            kept["/calendar/" + feed] = (await answer.Content.ReadAsByteArrayAsync(), headers, answer.Headers.ETag!.ToString());
        }
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;
                options.Listen(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture));
            });
        await using var app = builder.Build();
        app.Run(async context =>
        {
            if (context.Request.Path == "/")
                return; // it is ready
            var (body, headers, tag) = kept[context.Request.Path.Value!];
            var has = context.Request.Headers.IfNoneMatch == tag;
            foreach (var (name, value) in headers)
                if (!has || !name.StartsWith("Content-", StringComparison.Ordinal))
                    context.Response.Headers[name] = value;
            if (has)
                context.Response.StatusCode = StatusCodes.Status304NotModified;
            else
                await context.Response.BodyWriter.WriteAsync(body);
        });
        await app.RunAsync();
    }

    private static async Task CompareAsync(ServerProcess site, ServerProcess bare, string feed, string what, string headers, Report report)
    {
        List<(double Rate, double Cpu)> ours = [],
            bares = [];
        for (var round = -WarmUp; round < Rounds; round++)
        {
            ours.Add(await AskAsync(site));
            bares.Add(await AskAsync(bare));
        }
        var rates = Ratios((one, other) => one.Rate / other.Rate);
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"{feed} {what}: rates' ratios from {rates[0]:F2} to {rates[^1]:F2}"));
        report.Figure($"feeds.{feed}.{what}.rate", ours.Skip(WarmUp).Select(o => o.Rate).Order().ElementAt(Rounds / 2), "/s");
        report.Figure($"feeds.{feed}.{what}.rate.ratio", rates[Rounds / 2], "", "≥ 0.95");
        report.Figure($"feeds.{feed}.{what}.cpu.ratio", Ratios((one, other) => one.Cpu / other.Cpu)[Rounds / 2]);

        async Task<(double Rate, double Cpu)> AskAsync(ServerProcess server)
        {
            var request = $"GET /calendar/{feed} HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\n{headers}\r\n";
            var before = server.Cpu;
            var rate = await RawLoad.RateAsync(server.Port, request, Connections, each);
            return (rate, (server.Cpu - before) / rate);
        }

        List<double> Ratios(Func<(double Rate, double Cpu), (double Rate, double Cpu), double> ratio) =>
            [.. ours.Zip(bares, ratio).Skip(WarmUp).Order()];
    }

    private static async Task<string> TagAsync(string feed)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync($"http://127.0.0.1:5391/calendar/{feed}");
        return answer.Headers.ETag!.ToString();
    }
}
