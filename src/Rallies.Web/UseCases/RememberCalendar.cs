using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Storage;
using Rallies.Web.Importing;

namespace Rallies.Web.UseCases;

/// <summary>
/// Remembers which version of a calendar was imported from an address, so that its server need not send it again. Only an import that
/// left nothing open is remembered, and only for the answers that it was given.
/// </summary>
public sealed class RememberCalendar(IDbContextFactory<RalliesContext> database, IClock clock)
{
    /// <summary>After that a calendar is read again although it is the same: a series reaches further by then, and towns may have been added.</summary>
    public static readonly Duration Trusted = Duration.FromDays(30);

    /// <param name="source">Whose calendar it is, as the asker calls it; null for its own name.</param>
    /// <returns>The version that was imported last, and when; null when there is none to go by.</returns>
    public async Task<(FetchedVersion Version, Instant ImportedAt)?> LastAsync(
        string address,
        string? source,
        ImportAnswers answers,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var name = NameOf(address, source);
        var kept = await context.SiteFacts.Where(f => f.Name == name).Select(f => f.Value).SingleOrDefaultAsync(cancellation);
        if (kept?.Split('\n') is not [var at, var answered, var where, var tag, var changed] || answered != answers.Hash())
            return null;
        var importedAt = Instant.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture));
        return clock.GetCurrentInstant() - importedAt < Trusted ? (new(where, tag, changed), importedAt) : null;
    }

    /// <param name="imported">What came from the address; nothing is remembered of one whose server tells no version.</param>
    public async Task RememberAsync(string address, ImportRequest imported, CancellationToken cancellation)
    {
        if (imported.Version is not { } version)
            return;
        await using var context = await database.CreateDbContextAsync(cancellation);
        var at = clock.GetCurrentInstant().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        await context.KeepFactAsync(
            NameOf(address, imported.Source),
            string.Join('\n', at, imported.Answers.Hash(), version.At, version.Tag, version.Changed),
            cancellation
        );
    }

    private static string NameOf(string address, string? source) =>
        $"{SiteFact.Fetched}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{address}")).AsSpan(0, 16))}";
}
