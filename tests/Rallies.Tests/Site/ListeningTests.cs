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
    public async Task An_address_that_is_none_is_said_in_a_sentence(string url) =>
        Assert.StartsWith($"--urls holds '{url}'", await Refusal(url), StringComparison.Ordinal);

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

    private static async Task<string> Refusal(string url, params string[] more)
    {
        var builder = WebApplication.CreateBuilder(["--urls", url, .. more]);
        builder.Logging.ClearProviders();
        return (await Assert.ThrowsAsync<StartRefusedException>(builder.Build().ListenAsync)).Message;
    }
}
