using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Rallies.Tests.Hubs;

/// <summary>The one transport our hub clients need: a WebSocket without negotiation, which SignalR.Client.Core leaves to others.</summary>
public sealed class WebSocketConnectionFactory(Func<Uri, CancellationToken, Task<WebSocket>> connect) : IConnectionFactory
{
    public static WebSocketConnectionFactory OverNetwork() =>
        new(
            async (address, cancellation) =>
            {
                var socket = new ClientWebSocket();
                await socket.ConnectAsync(address, cancellation);
                return socket;
            }
        );

    public static WebSocketConnectionFactory Into(TestServer server) => new(server.CreateWebSocketClient().ConnectAsync);

    /// <summary>A hub connection, not yet started; <paramref name="hub"/> is an http or https address.</summary>
    public HubConnection To(Uri hub)
    {
        var builder = new HubConnectionBuilder().AddJsonProtocol();
        builder.Services.AddSingleton<IConnectionFactory>(this);
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(hub));
        return builder.Build();
    }

    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var address = new UriBuilder(((UriEndPoint)endpoint).Uri);
        address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        return new WebSocketConnection(await connect(address.Uri, cancellationToken));
    }
}
