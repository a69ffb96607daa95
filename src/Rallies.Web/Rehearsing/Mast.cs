using System.Net;
using System.Net.Sockets;

namespace Rallies.Web.Rehearsing;

/// <summary>
/// What a town's phones have in common: limits are kept by address, and each town comes from one of its own, where the site is on this
/// machine and the system lets every loopback address (RFC 1122 §3.2.1.3) be used.
/// </summary>
internal static class Mast
{
    public static SocketsHttpHandler Of(int town) =>
        new()
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
                var near = OperatingSystem.IsLinux() ? (await Dns.GetHostAddressesAsync(host, cancellation)).FirstOrDefault(IsNear) : null;
                var socket = near is null
                    ? new Socket(SocketType.Stream, ProtocolType.Tcp)
                    : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                try
                {
                    socket.NoDelay = true;
                    if (near is null)
                        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                    else
                    {
                        socket.Bind(new IPEndPoint(new IPAddress([127, (byte)(10 + town / 250), (byte)(town % 250), 1]), 0));
                        await socket.ConnectAsync(near, port, cancellation);
                    }
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };

    private static bool IsNear(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork && IPAddress.IsLoopback(address);
}
