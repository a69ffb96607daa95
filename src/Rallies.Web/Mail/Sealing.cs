using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Rallies.Web.Mail;

/// <summary>Seals what must be stored but not read by whoever copies the database: mail addresses and waiting mails.</summary>
public sealed class Sealing(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Rallies.Sealing");

    public string Seal(string text) => protector.Protect(text);

    /// <summary>Null when the key ring that sealed it is gone.</summary>
    public string? TryOpen(string sealedText)
    {
        try
        {
            return protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
