using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Rallies.Web.Start;

namespace Rallies.Tests.Site;

public sealed class ListeningTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    public void An_address_that_is_none_is_said_in_a_sentence(string url) =>
        Assert.StartsWith(
            $"--urls holds '{url}'",
            Assert.Throws<StartRefusedException>(Site(url).CheckAddresses).Message,
            StringComparison.Ordinal
        );

    /// <summary>A site that was begun keeps its name for ever.</summary>
    [Fact]
    public async Task With_an_address_that_is_none_no_site_is_begun()
    {
        var directory = Path.Combine(Path.GetTempPath(), $"rallies-{Guid.CreateVersion7()}");
        string[] args =
        [
            "--urls=127.0.0.1:5000",
            "--Rallies:PublicUrl=https://rallies.example.org",
            $"--Rallies:DataDirectory={directory}",
        ];

        Assert.Equal(
            1,
            await Task.Run(() => typeof(Program).Assembly.EntryPoint!.Invoke(null, [args]), TestContext.Current.CancellationToken)
        );

        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var said = await Refusal($"http://{other.LocalEndpoint}");

        Assert.StartsWith("The site cannot listen there", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Subject", "nobody")]
    [InlineData("Path", "Rallies.Tests.dll")]
    [InlineData("Path", "none.pfx")]
    public async Task Https_without_a_certificate_is_said_in_a_sentence(string key, string certificate)
    {
        var said = await Refusal("https://127.0.0.1:0", $"--Kestrel:Certificates:Default:{key}", certificate);

        Assert.StartsWith("The site cannot answer https itself", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    private static async Task<string> Refusal(string url, params string[] more) =>
        (await Assert.ThrowsAsync<StartRefusedException>(Site(url, more).ListenAsync)).Message;

    private static WebApplication Site(string url, params string[] more)
    {
        var builder = WebApplication.CreateBuilder(["--urls", url, .. more]);
        builder.Logging.ClearProviders();
        return builder.Build();
    }
}
