using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Counting;

namespace Rallies.Storage.Counting;

/// <summary>
/// Writes taps and check-ins, many in one transaction, over a connection of its own. For one caller at a time. After an exception
/// nothing has changed, unless the database was lost in the middle of the commit itself: then only reading tells.
/// </summary>
public sealed class CountJournal(IDbContextFactory<RalliesContext> database) : IAsyncDisposable
{
    private RalliesContext? context;
    private DbConnection? connection;
    private NewRows<Tap>? taps;
    private NewRows<CheckIn>? checkIns;

    /// <param name="touched">Rallies whose public figures change without an entry, as when their doors open.</param>
    public async Task<Written> WriteAsync(
        IReadOnlyList<Tap> newTaps,
        IReadOnlyList<CheckIn> newCheckIns,
        IReadOnlyCollection<int> touched,
        Func<int, int> dayOf,
        CancellationToken cancellation
    )
    {
        try
        {
            await OpenAsync(cancellation);
            await using var transaction = await connection!.BeginTransactionAsync(cancellation);
            var inserted = new HashSet<Guid>();
            await taps!.InsertAsync(newTaps, transaction, inserted, cancellation);
            await checkIns!.InsertAsync(newCheckIns, transaction, inserted, cancellation);
            var changed = newTaps
                .Where(t => inserted.Contains(t.Id))
                .Select(t => t.RallyId)
                .Concat(newCheckIns.Where(c => inserted.Contains(c.Id)).Select(c => c.RallyId))
                .Concat(touched)
                .ToHashSet();
            var versions = await RaiseAsync(changed, dayOf, transaction, cancellation);
            await transaction.CommitAsync(cancellation);
            return new Written(inserted, changed, versions);
        }
        catch
        {
            await CloseAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    // In the order of days, so that two writers would wait for each other and never both.
    private async Task<Dictionary<int, long>> RaiseAsync(
        HashSet<int> rallies,
        Func<int, int> dayOf,
        DbTransaction transaction,
        CancellationToken cancellation
    )
    {
        var versions = new Dictionary<int, long>();
        foreach (var day in rallies.GroupBy(dayOf).OrderBy(d => d.Key))
        {
            await using var raise = connection!.CreateCommand();
            raise.Transaction = transaction;
            raise.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"UPDATE \"Days\" SET \"Version\" = \"Version\" + 1 WHERE \"Id\" = {day.Key} RETURNING \"Version\""
            );
            var version = versions[day.Key] = (long)(await raise.ExecuteScalarAsync(cancellation))!;
            raise.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"UPDATE \"Rallies\" SET \"Version\" = {version} WHERE \"Id\" IN ({string.Join(',', day.Order())})"
            );
            await raise.ExecuteNonQueryAsync(cancellation);
        }
        return versions;
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        if (context is not null)
            return;
        context = await database.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        connection = context.Database.GetDbConnection();
        taps = NewRows<Tap>.Of(connection, "Taps", CountColumns.OfTaps);
        checkIns = NewRows<CheckIn>.Of(connection, "CheckIns", CountColumns.OfCheckIns);
    }

    private async Task CloseAsync()
    {
        if (context is null)
            return;
        taps?.Dispose();
        checkIns?.Dispose();
        await context.DisposeAsync();
        (context, connection, taps, checkIns) = (null, null, null, null);
    }
}
