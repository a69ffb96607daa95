using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Rallies.LoadTests;

/// <summary>
/// Feeds a second over HTTP, whole (compressed) and as 304, against a bare Kestrel endpoint that sends the same octets with the same
/// headers from memory: two server processes, asked in turns by the same client in one run. The client shares the machine with them.
/// </summary>
internal static class FeedServing
{
    private const int Rounds = 9;
    private const int Connections = 32;
    private static readonly TimeSpan each = TimeSpan.FromSeconds(2);
    private static readonly string[] feeds = ["tonight.ics", "tonight/leeds.ics", "all.ics"];

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("rallies-feeds-").FullName;
        using var site = Start(
            typeof(FeedServing).Assembly.Location.Replace("Rallies.LoadTests.dll", "Rallies.Web.dll", StringComparison.Ordinal),
            $"--Rallies:Demo true --Rallies:Limits:Enabled false --Rallies:DataDirectory {folder} --urls http://127.0.0.1:5391"
        );
        using var bare = Start(typeof(FeedServing).Assembly.Location, "bare 5392 http://127.0.0.1:5391/calendar/");
        try
        {
            await ReadyAsync("http://127.0.0.1:5391/health/ready");
            await ReadyAsync("http://127.0.0.1:5392/calendar/all.ics");
            foreach (var feed in feeds)
            {
                await CompareAsync(feed, "whole, gzip", "Accept-Encoding: gzip\r\n");
                await CompareAsync(feed, "304", $"Accept-Encoding: gzip\r\nIf-None-Match: {await TagAsync(feed)}\r\n");
            }
        }
        finally
        {
            site.Kill();
            bare.Kill();
            await Task.WhenAll(site.WaitForExitAsync(), bare.WaitForExitAsync());
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The baseline: fetches what it is asked for from the site once, then sends it from memory.</summary>
    public static async Task ServeBareAsync(string port, string origin)
    {
        await ReadyAsync(origin + "all.ics");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
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

    private static async Task CompareAsync(string feed, string what, string headers)
    {
        List<double> ours = [],
            bares = [];
        for (var round = 0; round <= Rounds; round++)
        {
            ours.Add(
                await RawLoad.RateAsync(5391, $"GET /calendar/{feed} HTTP/1.1\r\nHost: 127.0.0.1:5391\r\n{headers}\r\n", Connections, each)
            );
            bares.Add(
                await RawLoad.RateAsync(5392, $"GET /calendar/{feed} HTTP/1.1\r\nHost: 127.0.0.1:5392\r\n{headers}\r\n", Connections, each)
            );
        }
        // The first round warms up.
        var ratios = ours.Zip(bares, (a, b) => a / b).Skip(1).Order().ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{feed, -20} {what, -12} {Median(ours):N0}/s, bare Kestrel {Median(bares):N0}/s, ratio {ratios[Rounds / 2]:F2} ({ratios[0]:F2} to {ratios[^1]:F2} in {Rounds} rounds)"
            )
        );
    }

    private static double Median(List<double> rates) => rates.Skip(1).Order().ElementAt(Rounds / 2);

    private static async Task<string> TagAsync(string feed)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync($"http://127.0.0.1:5391/calendar/{feed}");
        return answer.Headers.ETag!.ToString();
    }

    private static Process Start(string program, string arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", $"\"{program}\" {arguments}") { RedirectStandardOutput = true })!;

    private static async Task ReadyAsync(string address)
    {
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(address);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (tries < 600)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
    }
}
