using System.Net;

namespace Rallies.Web.Settings;

/// <summary>Where mail goes out. Without it, mails wait in the outbox.</summary>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, string From)
{
    private const int PlainPort = 25; // RFC 5321 §4.5.4.2

    /// <summary>Whether STARTTLS is insisted on. What never leaves this machine needs no certificate.</summary>
    public bool IsEncrypted => Port != PlainPort && !IsOnThisMachine;

    private bool IsOnThisMachine =>
        IPAddress.TryParse(Host, out var address)
            ? IPAddress.IsLoopback(address)
            : string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase);
}
