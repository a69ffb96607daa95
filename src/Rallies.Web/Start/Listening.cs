using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace Rallies.Web.Start;

/// <summary>Runs the site until it is stopped, or says in one sentence why it cannot listen where it was told to.</summary>
internal static class Listening
{
    /// <summary>To be called before anything is made that stays: the name of a site is kept for ever.</summary>
    /// <exception cref="StartRefusedException">An address is none, is taken, or is not this machine's.</exception>
    public static void CheckAddresses(this WebApplication app)
    {
        if (app.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
            return; // then nobody listens there
        foreach (var url in Urls(app))
            TryOut(
                Address(url)
                    ?? throw new StartRefusedException(
                        $"--urls holds '{url}', which is not an address: write it like http://127.0.0.1:5000."
                    )
            );
        foreach (var port in Ports(app))
            TryOut(
                IsPort(port)
                    ? BindingAddress.Parse($"http://*:{port}")
                    : throw new StartRefusedException(
                        $"HTTP_PORTS or HTTPS_PORTS holds '{port}', which is not a port: write a number up to 65535, like ASPNETCORE_HTTP_PORTS=8080."
                    )
            );
    }

    /// <exception cref="StartRefusedException">The address is taken, or not this machine's.</exception>
    public static async Task ListenAsync(this WebApplication app)
    {
        await using var site = app;
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is SocketException or IOException { InnerException: AddressInUseException })
        {
            throw CannotListen(e);
        }
        catch (Exception e) when (Urls(app).Any(IsHttps) && IsAboutCertificate(e))
        {
            throw new StartRefusedException(
                $"The site cannot answer https itself ({e.Message.Split('\n')[0].TrimEnd('.', '\r')}): give an http address with --urls and have a web server in front do https, or name a certificate in Kestrel:Certificates:Default.",
                e
            );
        }
        await app.WaitForShutdownAsync();
    }

    private static string[] Urls(WebApplication app) => (app.Configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);

    // As containers are told; --urls goes before.
    private static string[] Ports(WebApplication app) =>
        app.Configuration["urls"] is { Length: > 0 }
            ? []
            : $"{app.Configuration["http_ports"]};{app.Configuration["https_ports"]}".Split(
                ';',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );

    private static bool IsPort(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsHttps(string url) => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    // None given, one that is not there, one that cannot be read.
    private static bool IsAboutCertificate(Exception e) =>
        e is InvalidOperationException or FileNotFoundException or CryptographicException
        && e.StackTrace?.Contains("AspNetCore.Server.Kestrel", StringComparison.Ordinal) == true;

    // A port that is free is not found for localhost, which is two addresses.
    private static BindingAddress? Address(string url)
    {
        try
        {
            return
                BindingAddress.Parse(url) is { Port: >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort } address
                && !(IsLocalhost(address) && address.Port == 0)
                ? address
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Where Kestrel is going to listen.
    private static void TryOut(BindingAddress address)
    {
        if (address.IsUnixPipe || address.IsNamedPipe)
            return;
        var place =
            IPAddress.TryParse(address.Host, out var ip) ? ip
            : IsLocalhost(address) ? IPAddress.Loopback
            : IPAddress.Any;
        using var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(place, address.Port));
        }
        catch (SocketException e)
        {
            throw CannotListen(e);
        }
    }

    private static bool IsLocalhost(BindingAddress address) => address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    private static StartRefusedException CannotListen(Exception e) =>
        new(
            $"The site cannot listen there ({e.Message.TrimEnd('.')}): give another address with --urls, or stop the program that has it.",
            e
        );
}
