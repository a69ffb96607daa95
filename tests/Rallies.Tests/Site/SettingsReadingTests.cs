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
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Rallies:Demo"] = "true",
                    ["Rallies:Smtp:Host"] = "mail.example.org",
                    ["Rallies:Smtp:From"] = "rallies@example.org",
                    [$"Rallies:Smtp:{given}"] = "something",
                }
            )
            .Build();

        var refusal = Assert.Throws<StartRefusedException>(() =>
            SettingsReading.Read(settings, new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = "/" })
        );

        Assert.StartsWith("Rallies:Smtp:User and Rallies:Smtp:Password belong together", refusal.Message, StringComparison.Ordinal);
    }
}
