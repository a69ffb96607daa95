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
    [InlineData("http://localhost:0")]
    public void An_address_that_is_none_is_said_in_a_sentence(string url) =>
        Assert.StartsWith(
            $"--urls holds '{url}'",
            Assert.Throws<StartRefusedException>(Site(url).CheckAddresses).Message,
            StringComparison.Ordinal
        );

    /// <summary>A site that was begun keeps its name for ever.</summary>
    [Fact]
    public async Task Where_it_cannot_listen_no_site_is_begun()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await NoSiteIsBegun("127.0.0.1:5000");
        await NoSiteIsBegun($"http://{other.LocalEndpoint}");
        await NoSiteIsBegun($"http://localhost:{((IPEndPoint)other.LocalEndpoint).Port}");
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:0")]
    [InlineData("http://*:0")]
    [InlineData("http://unix:/tmp/rallies.sock")]
    public void An_address_that_is_free_is_not_refused(string url) => Site(url).CheckAddresses();

    [Theory]
    [InlineData("http_ports", "abc", "abc")]
    [InlineData("https_ports", "8443;99999", "99999")]
    [InlineData("http_ports", "-1", "-1")]
    public void A_port_that_is_none_is_said_in_a_sentence(string key, string ports, string wrong)
    {
        var site = WebApplication.CreateBuilder([$"--{key}", ports]).Build();

        Assert.StartsWith(
            $"HTTP_PORTS or HTTPS_PORTS holds '{wrong}'",
            Assert.Throws<StartRefusedException>(site.CheckAddresses).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_taken_port_that_a_container_is_told_is_said_too()
    {
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        var builder = WebApplication.CreateBuilder(["--http_ports", $"{((IPEndPoint)other.LocalEndpoint).Port}"]);

        Assert.Throws<StartRefusedException>(builder.Build().CheckAddresses);
    }

    [Fact]
    public void Where_nobody_is_to_listen_an_address_may_be_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        Site($"http://{other.LocalEndpoint}", "--Kestrel:Endpoints:Own:Url", "http://127.0.0.1:0").CheckAddresses();
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

    private static async Task NoSiteIsBegun(string url)
    {
        var directory = Path.Combine(Path.GetTempPath(), $"rallies-{Guid.CreateVersion7()}");
        string[] args = [$"--urls={url}", "--Rallies:PublicUrl=https://rallies.example.org", $"--Rallies:DataDirectory={directory}"];

        Assert.Equal(
            1,
            await Task.Run(() => typeof(Program).Assembly.EntryPoint!.Invoke(null, [args]), TestContext.Current.CancellationToken)
        );

        Assert.False(Directory.Exists(directory));
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
