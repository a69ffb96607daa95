using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Rallies.Storage.Engines;
using Rallies.Web.Settings;
using Rallies.Web.Start;

namespace Rallies.Tests.Site;

public sealed class SettingsReadingTests
{
    [Theory]
    [InlineData("User")]
    [InlineData("Password")]
    public void Half_a_login_at_the_mail_server_ends_the_start(string given)
    {
        var refusal = Assert.Throws<StartRefusedException>(() =>
            Read(("Smtp:Host", "mail.example.org"), ("Smtp:From", "rallies@example.org"), ($"Smtp:{given}", "something"))
        );

        Assert.StartsWith("Rallies:Smtp:User and Rallies:Smtp:Password belong together", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublicURLs", "PublicUrl")]
    [InlineData("Limits:PledgesPerMinut", "Limits:PledgesPerMinute")]
    [InlineData("Smtp:Username", "Smtp:User")]
    [InlineData("SmtpHost", "Smtp:Host")]
    [InlineData("Demo:Fill", "Demo")]
    public void A_misspelt_setting_ends_the_start_and_is_told_the_nearest(string misspelt, string nearest)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read((misspelt, "1")));

        Assert.Equal(
            $"Rallies:{misspelt} is no setting of this site; the nearest is Rallies:{nearest}: correct it, or take it out.",
            refusal.Message
        );
    }

    [Theory]
    [InlineData("ConnectionStrings:Ralies", "ConnectionStrings:Rallies")]
    [InlineData("ConnectionStrings:Rally", "ConnectionStrings:Rallies")]
    [InlineData("ConnectionStrings:RalliesDatabase", "ConnectionStrings:Rallies")]
    [InlineData("ConnectionString:Rallies", "ConnectionStrings:Rallies")]
    [InlineData("Rallies:ConnectionString", "ConnectionStrings:Rallies")]
    [InlineData("Rallies:ConnectionStrings:Rallies", "ConnectionStrings:Rallies")]
    [InlineData("Ralies:PublicUrl", "Rallies:PublicUrl")]
    [InlineData("Rally:Smtp:Hots", "Rallies:Smtp:Host")]
    public void A_name_that_is_nearly_ours_ends_the_start(string misspelt, string nearest)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read(Given(misspelt, "Host=db")));

        Assert.Equal($"{misspelt} is no setting of this site; the nearest is {nearest}: correct it, or take it out.", refusal.Message);
    }

    [Theory]
    [InlineData("ConnectionStrings:DefaultConnection")]
    [InlineData("ConnectionStrings:Redis")]
    [InlineData("ConnectionStrings:Tables")]
    [InlineData("CONNECTION_STRING")]
    [InlineData("Rally:Car")]
    [InlineData("RALLIES_TEST_POSTGRES")]
    public void What_is_set_for_another_program_ends_nothing(string others) =>
        Assert.Equal(Engine.Sqlite, Read(Given(others, "Host=db")).Database.Engine);

    [Fact]
    public void Beside_the_right_connection_string_one_with_a_name_like_it_is_anothers() =>
        Assert.Equal(
            Engine.Postgres,
            Read([
                .. Given("ConnectionStrings:Rallies", "Host=db"),
                .. Given("ConnectionStrings:RalliesStatistics", "Host=other"),
            ]).Database.Engine
        );

    [Fact]
    public void Every_setting_is_known_in_any_letters_and_proxies_may_be_a_list()
    {
        var settings = Read(
            ("PUBLICURL", "https://rallies.example.org"),
            ("TrustedProxies:0", "10.0.0.0/8"),
            ("Limits", ""),
            ("limits:StreamsPerAddress", "7")
        );

        Assert.Equal(
            ("rallies.example.org", 1, 7),
            (settings.PublicUrl!.Host, settings.TrustedProxies.Count, settings.Limits.StreamsPerAddress)
        );
    }

    private static RalliesSettings Read(params (string Key, string Value)[] given) =>
        Read([.. given.SelectMany(g => Given($"Rallies:{g.Key}", g.Value))]);

    private static KeyValuePair<string, string?>[] Given(string key, string value) => [new(key, value)];

    private static RalliesSettings Read(KeyValuePair<string, string?>[] given) =>
        SettingsReading.Read(
            new ConfigurationBuilder().AddInMemoryCollection([new("Rallies:Demo", "true"), .. given]).Build(),
            new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = "/" }
        );
}
