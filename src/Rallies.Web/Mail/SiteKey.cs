using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rallies.Storage;

namespace Rallies.Web.Mail;

/// <summary>The site's own key, made at its first start and kept sealed in the database: what is derived from it need not be stored.</summary>
public sealed class SiteKey(IDbContextFactory<RalliesContext> database, Sealing sealing)
{
    private const string FactName = "site-key";
    private byte[]? key;

    /// <summary>Before the first request.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var fact = await context.SiteFacts.SingleOrDefaultAsync(f => f.Name == FactName, cancellation);
        if (fact is null)
        {
            key = RandomNumberGenerator.GetBytes(32);
            context.SiteFacts.Add(new SiteFact(FactName, sealing.Seal(Convert.ToBase64String(key))));
            await context.SaveChangesAsync(cancellation);
            return;
        }
        key = sealing.TryOpen(fact.Value) is { } text
            ? Convert.FromBase64String(text)
            : throw new Start.StartRefusedException(
                "The key ring does not open this database: put the folder keys of its data directory back where it was, as mail addresses and links depend on it."
            );
    }

    /// <summary>HMAC-SHA256 (RFC 2104), 32 bytes; <paramref name="purpose"/> keeps uses apart.</summary>
    public byte[] Derive(string purpose, string text) =>
        HMACSHA256.HashData(
            key ?? throw new InvalidOperationException("The site key is not loaded yet."),
            Encoding.UTF8.GetBytes($"{purpose}\0{text}")
        );
}
