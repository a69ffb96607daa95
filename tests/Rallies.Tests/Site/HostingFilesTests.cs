using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Rallies.Web.Settings;

namespace Rallies.Tests.Site;

/// <summary>What <c>src/Rallies.Web/Hosting</c> gives a server agrees with the program and with itself.</summary>
public sealed partial class HostingFilesTests
{
    [Fact]
    public void Every_setting_in_the_file_is_one_of_the_sites()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings()).Build();

        var settings = SettingsReading.Read(
            configuration,
            new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = "/opt/rallies" }
        );

        Assert.Equal(
            ("rallies.example.org", "/var/lib/rallies", "mail.example.org"),
            (settings.PublicUrl!.Host, settings.DataDirectory, settings.Smtp!.Host)
        );
        Assert.True(Assert.Single(settings.TrustedProxies).Contains(System.Net.IPAddress.Loopback));
    }

    [Theory]
    [InlineData("Caddyfile")]
    [InlineData("nginx.conf")]
    public void The_web_servers_ask_where_the_site_listens(string file)
    {
        var listening = new Uri(Settings()["ASPNETCORE_URLS"]!);

        Assert.Contains($" {listening.Authority}", Text(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Service_and_command_run_the_same_program_with_the_same_settings()
    {
        var (service, command) = (Text("rallies.service"), Text("rallies.sh"));

        foreach (var shared in new[] { "/etc/rallies.env", "/usr/bin/dotnet /opt/rallies/Rallies.Web.dll" })
        {
            Assert.Contains(shared, service, StringComparison.Ordinal);
            Assert.Contains(shared, command, StringComparison.Ordinal);
        }
    }

    // Those that are commented out, too.
    private static Dictionary<string, string?> Settings() =>
        Line()
            .Matches(Text("rallies.env"))
            .ToDictionary(
                line => line.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal),
                string? (line) => line.Groups["value"].Value
            );

    private static string Text(string file) => File.ReadAllText(Repository.Folder("src", "Rallies.Web", "Hosting", file));

    [GeneratedRegex("""^#?(?<name>\w+)="?(?<value>[^"\n]*)"?$""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
