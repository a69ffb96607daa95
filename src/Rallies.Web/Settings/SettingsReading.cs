using System.Globalization;
using System.Net;
using Rallies.Storage.Engines;
using Rallies.Web.Start;

namespace Rallies.Web.Settings;

/// <summary>Reads the settings and refuses the start with one sentence when one is wrong.</summary>
internal static class SettingsReading
{
    public static RalliesSettings AddSettings(this WebApplicationBuilder builder)
    {
        var settings = Read(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<NodaTime.IClock>(SystemTime.Clock);
        builder.Services.AddSingleton<PublicAddress>();
        return settings;
    }

    public static RalliesSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var rallies = configuration.GetSection("Rallies");
        KnownSettings.RefuseOthers(configuration);
        var demo = Flag(rallies, "Demo", false);
        var directory = Path.GetFullPath(rallies["DataDirectory"] is { Length: > 0 } given ? given : "data", environment.ContentRootPath);
        return new RalliesSettings
        {
            DataDirectory = directory,
            Database = Database(configuration, directory),
            Demo = demo,
            PublicUrl = PublicUrl(rallies["PublicUrl"], required: !demo && !environment.IsDevelopment()),
            UidDomain = UidDomain(rallies["UidDomain"]),
            Smtp = Smtp(rallies.GetSection("Smtp")),
            TrustedProxies = Proxies(rallies.GetSection("TrustedProxies")),
            MetricsToken = rallies["Metrics:Token"] is { Length: > 0 } token ? token : null,
            CrowdAt = Number(rallies, "Live:CrowdAt", 2000, 0),
            CompressFeeds = Flag(rallies, "Feeds:Compress", true),
            Limits = Limits(rallies.GetSection("Limits")),
        };
    }

    private static DatabaseAddress Database(IConfiguration configuration, string directory)
    {
        try
        {
            return DatabaseAddress.Read(configuration.GetConnectionString("Rallies"), directory);
        }
        catch (FormatException e)
        {
            throw new StartRefusedException(e.Message, e);
        }
    }

    private static Uri? PublicUrl(string? text, bool required)
    {
        if (string.IsNullOrWhiteSpace(text))
            return required
                ? throw new StartRefusedException(
                    "Rallies:PublicUrl is missing: set it to the address people will type, like https://rallies.example.org (it is printed on posters and used in mails), "
                        + "or start with --Rallies:Demo true to try the site."
                )
                : null;
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
            || url.PathAndQuery != "/"
            || url.UserInfo != ""
        )
            throw new StartRefusedException(
                $"Rallies:PublicUrl is '{text}', which is not an origin: write it like https://rallies.example.org, without a path."
            );
        return url;
    }

    private static string? UidDomain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return Uri.CheckHostName(text) == UriHostNameType.Dns
            ? text.ToLowerInvariant()
            : throw new StartRefusedException(
                $"Rallies:UidDomain is '{text}', which is not a domain name: write it like rallies.example.org."
            );
    }

    private static SmtpSettings? Smtp(IConfigurationSection smtp)
    {
        if (string.IsNullOrWhiteSpace(smtp["Host"]))
            return smtp.GetChildren().Any(c => c.Key != "Host" && !string.IsNullOrWhiteSpace(c.Value))
                ? throw new StartRefusedException(
                    "Rallies:Smtp:Host is missing while other Rallies:Smtp settings are given: name the mail server, or remove them all."
                )
                : null;
        if (string.IsNullOrWhiteSpace(smtp["From"]) || !System.Net.Mail.MailAddress.TryCreate(smtp["From"], out _))
            throw new StartRefusedException("Rallies:Smtp:From is not a mail address: set the address that mails come from.");
        if (string.IsNullOrEmpty(smtp["User"]) != string.IsNullOrEmpty(smtp["Password"]))
            throw new StartRefusedException("Rallies:Smtp:User and Rallies:Smtp:Password belong together: set both, or neither.");
        return new SmtpSettings(smtp["Host"]!, Number(smtp, "Port", 587, 1, 65535), smtp["User"], smtp["Password"], smtp["From"]!);
    }

    private static List<IPNetwork> Proxies(IConfigurationSection section)
    {
        var written = section.Value is { Length: > 0 } list
            ? list.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            : [.. section.GetChildren().Select(c => c.Value ?? "")];
        return [.. written.Select(Proxy)];
    }

    private static IPNetwork Proxy(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        throw new StartRefusedException(
            $"Rallies:TrustedProxies holds '{text}', which is neither an address nor a network like 10.0.0.0/8: correct it or take it out."
        );
    }

    private static LimitSettings Limits(IConfigurationSection section)
    {
        var defaults = new LimitSettings();
        return new LimitSettings
        {
            Enabled = Flag(section, "Enabled", true),
            StartsPerHour = Number(section, nameof(LimitSettings.StartsPerHour), defaults.StartsPerHour, 1),
            MailsPerHour = Number(section, nameof(LimitSettings.MailsPerHour), defaults.MailsPerHour, 1),
            LinksPerMinute = Number(section, nameof(LimitSettings.LinksPerMinute), defaults.LinksPerMinute, 1),
            PledgesPerMinute = Number(section, nameof(LimitSettings.PledgesPerMinute), defaults.PledgesPerMinute, 1),
            CheckInsPerMinute = Number(section, nameof(LimitSettings.CheckInsPerMinute), defaults.CheckInsPerMinute, 1),
            TapBatchesPerMinute = Number(section, nameof(LimitSettings.TapBatchesPerMinute), defaults.TapBatchesPerMinute, 1),
            CalendarChecksPerMinute = Number(section, nameof(LimitSettings.CalendarChecksPerMinute), defaults.CalendarChecksPerMinute, 1),
            StreamsPerAddress = Number(section, nameof(LimitSettings.StreamsPerAddress), defaults.StreamsPerAddress, 1),
            RequestsPerMinute = Number(section, nameof(LimitSettings.RequestsPerMinute), defaults.RequestsPerMinute, 1),
        };
    }

    private static bool Flag(IConfigurationSection section, string key, bool otherwise)
    {
        var text = section[key];
        if (string.IsNullOrWhiteSpace(text))
            return otherwise;
        return bool.TryParse(text, out var value)
            ? value
            : throw new StartRefusedException($"{section.Path}:{key} is '{text}': write true or false.");
    }

    private static int Number(IConfigurationSection section, string key, int otherwise, int least, int most = int.MaxValue)
    {
        var text = section[key];
        if (string.IsNullOrWhiteSpace(text))
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new StartRefusedException(
                $"{section.Path}:{key} is '{text}': write a whole number {(most == int.MaxValue ? $"of at least {least}" : $"from {least} to {most}")}."
            );
    }
}
