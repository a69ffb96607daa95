using System.Net;
using Rallies.Storage.Engines;

namespace Rallies.Web.Settings;

/// <summary>Everything a host can set, checked at start. The keys are the configuration's, under <c>Rallies:</c>.</summary>
public sealed record RalliesSettings
{
    /// <summary>Absolute path of what the site must remember.</summary>
    public required string DataDirectory { get; init; }
    public required DatabaseAddress Database { get; init; }
    public bool Demo { get; init; }

    /// <summary>The origin on posters, in mails and feeds; null in Demo and Development, where the first listening address serves.</summary>
    public Uri? PublicUrl { get; init; }
    public string? UidDomain { get; init; }
    public SmtpSettings? Smtp { get; init; }
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];
    public string? MetricsToken { get; init; }

    /// <summary>Viewers on the hub from which on newcomers' pages get the stream.</summary>
    public int CrowdAt { get; init; } = 2000;

    /// <summary>False sends calendar feeds uncompressed, for a program that cannot read them otherwise.</summary>
    public bool CompressFeeds { get; init; } = true;
    public LimitSettings Limits { get; init; } = new();
}
