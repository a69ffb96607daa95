using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Rallies.BrowserTests.Mail;

/// <summary>A mail server that delivers nowhere: it keeps what the site sends for whoever looks into their mail.</summary>
public sealed class MailBox : IAsyncDisposable
{
    // The site looks into its outbox every ten seconds.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> letters = new();
    private readonly Task serving;

    private MailBox()
    {
        listener.Start();
        serving = Serve();
    }

    /// <summary>What a site is told on its command line to send its mail here.</summary>
    public IReadOnlyList<string> Options =>
        [
            "--Rallies:Smtp:Host",
            "127.0.0.1",
            "--Rallies:Smtp:Port",
            ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture),
            "--Rallies:Smtp:From",
            "rallies@example.org",
        ];

    public static MailBox Open() => new();

    /// <summary>The first mail to an address, now or later.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public async Task<Letter> LetterTo(string address) => Letter.Read(await Expected(address).Task.WaitAsync(patience));

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await serving;
    }

    private TaskCompletionSource<string> Expected(string address) =>
        letters.GetOrAdd(address, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var sender = await listener.AcceptTcpClientAsync();
                await Take(sender);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException) { } // closed
    }

    private async Task Take(TcpClient sender)
    {
        try
        {
            await MailSession.Take(sender.GetStream(), (address, source) => Expected(address).TrySetResult(source));
        }
        catch (IOException) { } // the site's power was cut
    }
}
