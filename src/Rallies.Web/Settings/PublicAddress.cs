using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Rallies.Web.Settings;

/// <summary>The origin under which people reach the site, and the hosts it answers to.</summary>
public sealed class PublicAddress(RalliesSettings settings, IServer server)
{
    private Uri? listening;
    private volatile string? answered; // nearly every request comes by the same name

    /// <summary>Always ends with a slash. In a trial without a public address: the first address the server listens on.</summary>
    public Uri Origin => settings.PublicUrl ?? (listening ??= FirstListening()) ?? new Uri("http://localhost/");

    /// <param name="path">From the root, with its query. It is put behind the origin and not resolved: "//host" would lead to that host.</param>
    public string Absolute(string path) =>
        path.StartsWith('/')
            ? new Uri(Origin.GetLeftPart(UriPartial.Authority) + path).AbsoluteUri
            : throw new ArgumentException($"'{path}' does not begin with a slash.", nameof(path));

    /// <summary>With a public address only its host is answered; a trial answers this machine's names and addresses.</summary>
    public bool Answers(HostString host)
    {
        if (!host.HasValue)
            return false;
        if (host.Value == answered)
            return true;
        if (!IsOurs(host))
            return false;
        answered = host.Value;
        return true;
    }

    private bool IsOurs(HostString host)
    {
        if (settings.PublicUrl is { } url)
            return string.Equals(host.Host, url.IdnHost, StringComparison.OrdinalIgnoreCase) && (host.Port ?? url.Port) == url.Port;
        return host.Host == "localhost" || IPAddress.TryParse(host.Host.Trim('[', ']'), out _) || host.Host == Origin.IdnHost;
    }

    private Uri? FirstListening()
    {
        var first = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (first is null)
            return null;
        var readable = first
            .Replace("//[::]:", "//localhost:", StringComparison.Ordinal)
            .Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal)
            .Replace("//*:", "//localhost:", StringComparison.Ordinal)
            .Replace("//+:", "//localhost:", StringComparison.Ordinal);
        return new Uri(readable);
    }
}
