using System.Net;
using System.Net.Sockets;

namespace Rallies.Web.Importing;

/// <summary>
/// Connects to the address that was looked at and to no other: between looking and connecting, a name cannot turn into this machine or
/// one behind it.
/// </summary>
internal static class PinnedConnection
{
    private static readonly TimeSpan perAddress = TimeSpan.FromSeconds(3);

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
                var addresses = await AllowedAsync(context.DnsEndPoint.Host, Dns.GetHostAddressesAsync, cancellation);
                return new NetworkStream(
                    await ConnectAsync(addresses, context.DnsEndPoint.Port, perAddress, cancellation),
                    ownsSocket: true
                );
            },
        };

    /// <summary>To the first that answers: a host may have an address that this machine, or nobody, can reach.</summary>
    /// <param name="patience">For each but the last, so that one that swallows everything does not use up the time of the others.</param>
    /// <exception cref="SocketException">None answers.</exception>
    public static async Task<Socket> ConnectAsync(
        IReadOnlyList<IPAddress> addresses,
        int port,
        TimeSpan patience,
        CancellationToken cancellation
    )
    {
        for (var i = 0; ; i++)
        {
            var isLast = i == addresses.Count - 1;
            Socket? socket = null;
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (!isLast)
                waiting.CancelAfter(patience);
            try
            {
                socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(addresses[i], port, waiting.Token);
                return socket;
            }
            catch (Exception e)
            {
                socket?.Dispose();
                if (isLast || cancellation.IsCancellationRequested || e is not (SocketException or OperationCanceledException))
                    throw;
            }
        }
    }

    /// <summary>The host's addresses, if every one of them is public.</summary>
    /// <exception cref="FetchRefusedException">One is not: whoever answers with both means no good.</exception>
    public static async Task<IReadOnlyList<IPAddress>> AllowedAsync(
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
            ? addresses
            : throw new FetchRefusedException($"{host} is not on the public Internet, and only calendars that are can be fetched.");
    }
}
