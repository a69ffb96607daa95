using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
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
        SettingsReading.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(given.Prepend(("Demo", "true")).ToDictionary(g => $"Rallies:{g.Item1}", g => (string?)g.Item2))
                .Build(),
            new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = "/" }
        );
}
