using NodaTime;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>A mail in the outbox: never its body, which may hold a private link.</summary>
/// <param name="Recipient">Null when the key that sealed it is gone; so is the mail then.</param>
public sealed record MailLine(
    int Id,
    string? Recipient,
    string? Subject,
    Instant WrittenAt,
    Instant? SentAt,
    int Attempts,
    MailState State
);
