using System.Net;
using System.Net.Sockets;

namespace Rallies.Web.Importing;

/// <summary>
/// Connects to the address that was looked at and to no other: between looking and connecting, a name cannot turn into this machine or
/// one behind it.
/// </summary>
internal static class PinnedConnection
{
    public static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseProxy = false, // a proxy would look the name up again
            UseCookies = false,
            ConnectTimeout = CalendarFetch.Patience,
            MaxResponseHeadersLength = 32,
            ConnectCallback = async (context, cancellation) =>
            {
                var address = await ChooseAsync(context.DnsEndPoint.Host, Dns.GetHostAddressesAsync, cancellation);
                var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(address, context.DnsEndPoint.Port, cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };

    /// <summary>The first address of the host, if every one of them is public.</summary>
    /// <exception cref="FetchRefusedException">One is not: whoever answers with both means no good.</exception>
    public static async Task<IPAddress> ChooseAsync(
        string host,
        Func<string, CancellationToken, Task<IPAddress[]>> resolve,
        CancellationToken cancellation
    )
    {
        IPAddress[] addresses;
        try
        {
            addresses = await resolve(host, cancellation);
        }
        catch (SocketException e)
        {
            throw new FetchRefusedException($"There is no {host}. Look at how the address is spelt.", e);
        }
        return addresses.Length > 0 && addresses.All(PublicNetwork.Has)
            ? addresses[0]
            : throw new FetchRefusedException($"{host} is not on the public Internet, and only calendars that are can be fetched.");
    }
}
