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

    /// <summary>The shell that reads it too would take a dollar or a backtick between double quotes for its own.</summary>
    [Fact]
    public void Whatever_is_more_than_a_word_stands_in_single_quotes()
    {
        foreach (var value in Line().Matches(Text("rallies.env")).Select(line => line.Groups["written"].Value))
            Assert.Matches("^([A-Za-z0-9:/._@-]+|'[^']+')$", value);
    }

    [Theory]
    [InlineData("nginx.conf", "error_log", "error_log /dev/null emerg;")]
    [InlineData("nginx.conf", "access_log", "access_log off;")]
    public void No_web_server_writes_down_who_asked_for_what(string file, string setting, string none)
    {
        var lines = Text(file)
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith(setting, StringComparison.Ordinal))
            .ToList();

        Assert.Equal(Regex.Count(Text(file), "^server \\{", RegexOptions.Multiline), lines.Count);
        Assert.All(lines, line => Assert.StartsWith(none, line, StringComparison.Ordinal));
    }

    [Fact]
    public void Caddy_leaves_out_requests_that_failed_and_viewers_who_went() =>
        Assert.Contains("exclude http.log.error http.handlers.reverse_proxy", Text("Caddyfile"), StringComparison.Ordinal);

    [Fact]
    public void They_go_out_with_the_program() =>
        Assert.Contains(
            """<None Update="Hosting/*" CopyToPublishDirectory="PreserveNewest" />""",
            File.ReadAllText(Repository.Folder("src", "Rallies.Web", "Rallies.Web.csproj")),
            StringComparison.Ordinal
        );

    // Those that are commented out, too.
    private static Dictionary<string, string?> Settings() =>
        Line()
            .Matches(Text("rallies.env"))
            .ToDictionary(
                line => line.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal),
                string? (line) => line.Groups["value"].Value
            );

    private static string Text(string file) => File.ReadAllText(Repository.Folder("src", "Rallies.Web", "Hosting", file));

    [GeneratedRegex("""^#?(?<name>\w+)=(?<written>'?(?<value>[^'\n]*)'?)$""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
