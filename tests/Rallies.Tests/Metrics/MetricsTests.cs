using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Tests.Counting;
using Rallies.Tests.Site;
using Rallies.Tests.Streams;
using Rallies.Web;
using Rallies.Web.Settings;

namespace Rallies.Tests.Metrics;

public sealed class MetricsTests : IAsyncLifetime
{
    private CountingSite night = null!;
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_what_happens_on_the_night()
    {
        using var stream = await OpenStream.Of(night);
        await stream.Next();
        using var here = await night.Here(new { id = Guid.CreateVersion7(), with = 2 });
        using var again = await night.Here(new { id = Guid.CreateVersion7() });
        using var taps = await night.Taps(CountingSite.Batch(night.In(3), night.In(4)), night.Steward);
        using var feed = await night.Client.GetAsync("/calendar/3rd-june.ics", Cancelled);
        await stream.Next();

        var (status, text) = await Ask();

        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.Equal("1", Value(text, "rallies_viewers{transport=\"stream\"}"));
        Assert.Equal("0", Value(text, "rallies_viewers{transport=\"hub\"}"));
        Assert.Equal("2", Value(text, "rallies_check_ins_total"));
        Assert.Equal("2", Value(text, "rallies_taps_total"));
        Assert.Equal("1", Value(text, "rallies_feed_requests_total{status=\"200\"}"));
        Assert.Equal("0", Value(text, "rallies_outbox_waiting"));
        Assert.Equal("0", Value(text, "rallies_stream_dropped_total"));
        Assert.Equal("0", Value(text, "rallies_writer_backlog"));
        Assert.NotEqual("0", Value(text, "rallies_frames_total"));
        Assert.NotEqual("0", Value(text, "rallies_commit_duration_seconds_count"));
        Assert.NotEqual("0", Value(text, "process_resident_memory_bytes"));
        Assert.NotEqual("0", Value(text, "process_cpu_seconds_total"));
    }

    [Fact]
    public async Task Every_line_is_as_Prometheus_reads_it_and_every_name_says_its_unit()
    {
        var (_, text) = await Ask();

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches("""^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"\\]*"\})? -?[0-9.E+-]+)$""", line));
        var types = lines.Where(l => l.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(l => l.Split(' ')).ToList();
        Assert.All(types, type => Assert.Equal(type[3] == "counter", type[2].EndsWith("_total", StringComparison.Ordinal)));
        Assert.Equal(types.Count, types.Select(t => t[2]).Distinct().Count());
    }

    [Fact]
    public async Task A_histogram_counts_up_to_each_bound()
    {
        using var here = await night.Here(new { id = Guid.CreateVersion7() });

        var (_, text) = await Ask();

        var buckets = text.Split('\n')
            .Where(l => l.StartsWith("rallies_commit_duration_seconds_bucket", StringComparison.Ordinal))
            .ToList();
        var counts = buckets.Select(b => int.Parse(b.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(counts.Order(), counts);
        Assert.EndsWith($"{{le=\"+Inf\"}} {Value(text, "rallies_commit_duration_seconds_count")}", buckets[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_say_what_kind_and_never_who()
    {
        using var here = await night.Here(new { id = Guid.CreateVersion7() });
        using var feed = await night.Client.GetAsync("/calendar/3rd-june/leeds.ics", Cancelled);

        var (_, text) = await Ask();

        var labels = System
            .Text.RegularExpressions.Regex.Matches(text, "([a-z]+)=\"([^\"]*)\"")
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value));
        Assert.All(labels, label => Assert.True(label.Item1 is "transport" or "status" or "le", label.Item1));
        Assert.DoesNotContain("leeds", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("203.0.113.9", null)]
    [InlineData("127.0.0.1", "X-Forwarded-For")]
    [InlineData("127.0.0.1", "Forwarded")]
    [InlineData("127.0.0.1", "X-Original-For")]
    public async Task Without_a_token_only_this_machine_itself_is_answered(string peer, string? header)
    {
        var (status, text) = await Ask(peer, header, "203.0.113.9");

        Assert.Equal(StatusCodes.Status403Forbidden, status);
        Assert.DoesNotContain("rallies_", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", null, 401)]
    [InlineData("203.0.113.9", "Bearer wrong", 401)]
    [InlineData("203.0.113.9", "Bearer open sesame", 200)]
    public async Task With_a_token_whoever_shows_it_is_answered(string peer, string? authorization, int expected)
    {
        await using var site = new RalliesSite();
        await using var guarded = site.WithWebHostBuilder(host =>
            host.ConfigureTestServices(services =>
            {
                var settings = (RalliesSettings)services.Last(s => s.ServiceType == typeof(RalliesSettings)).ImplementationInstance!;
                services.AddSingleton(settings with { MetricsToken = "open sesame" });
            })
        );

        var (status, _) = await Ask(guarded.Server, peer, authorization is null ? null : "Authorization", authorization);

        Assert.Equal(expected, status);
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private Task<(int Status, string Text)> Ask(string peer = "127.0.0.1", string? header = null, string? value = null) =>
        Ask(night.Site.Server, peer, header, value);

    private static async Task<(int Status, string Text)> Ask(TestServer server, string peer, string? header, string? value)
    {
        var answer = await server.SendAsync(
            http =>
            {
                http.Request.Method = "GET";
                http.Request.Host = new("localhost");
                http.Request.Path = Addresses.Metrics;
                http.Connection.RemoteIpAddress = IPAddress.Parse(peer);
                if (header is not null)
                    http.Request.Headers[header] = value;
            },
            Cancelled
        );
        using var reader = new StreamReader(answer.Response.Body);
        return (answer.Response.StatusCode, await reader.ReadToEndAsync(Cancelled));
    }

    private static string Value(string text, string series) =>
        text.Split('\n').Single(l => l.StartsWith(series + " ", StringComparison.Ordinal)).Split(' ')[1];
}
