using System.Net;
using System.Net.Sockets;

namespace Rallies.Web.Importing;

/// <summary>Which addresses are out in the public Internet: what this machine reaches besides is nobody's to ask for.</summary>
public static class PublicNetwork
{
    // The registries of special-purpose addresses: RFC 6890 and what was added to them since, multicast included.
    private static readonly IPNetwork[] notPublic =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // Of IPv6, 2000::/3 is given out to the public (RFC 4291 §2.4), apart from what carries another address or is for books.
    private static readonly IPNetwork globalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] notPublic6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(network => IPNetwork.Parse(network)),
    ];

    public static bool Has(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !notPublic.Any(network => network.Contains(address))
            : globalUnicast.Contains(address) && !notPublic6.Any(network => network.Contains(address));
    }
}
