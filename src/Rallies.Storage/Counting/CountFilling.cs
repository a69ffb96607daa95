using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Rallies.Domain.Counting;

namespace Rallies.Storage.Counting;

/// <summary>Writes whole logs at once in the caller's transaction, before anybody counts. Whoever calls raises the rallies' versions.</summary>
public static class CountFilling
{
    public static async Task FillCountsAsync(
        this RalliesContext context,
        IReadOnlyList<Tap> taps,
        IReadOnlyList<CheckIn> checkIns,
        CancellationToken cancellation
    )
    {
        var connection = context.Database.GetDbConnection();
        var transaction =
            context.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Logs are filled in a transaction, or not at all.");
        var inserted = new HashSet<Guid>();
        using var newTaps = NewRows<Tap>.Of(connection, "Taps", CountColumns.OfTaps);
        await newTaps.InsertAsync(taps, transaction, inserted, cancellation);
        using var newCheckIns = NewRows<CheckIn>.Of(connection, "CheckIns", CountColumns.OfCheckIns);
        await newCheckIns.InsertAsync(checkIns, transaction, inserted, cancellation);
    }
}
