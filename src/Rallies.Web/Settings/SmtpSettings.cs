namespace Rallies.Web.Settings;

/// <summary>Where mail goes out. Without it, mails wait in the outbox.</summary>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, string From);
