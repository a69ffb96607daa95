using Microsoft.EntityFrameworkCore;
using Rallies.Storage;

namespace Rallies.Web.UseCases;

/// <summary>Sees that another process has imported something, and has everything looked at again: boards, feeds, shifts of picket lines.</summary>
internal sealed class ImportRounds(
    IDbContextFactory<RalliesContext> database,
    KeepShifts shifts,
    Happenings happenings,
    ILogger<ImportRounds> logger
) : Round(Every, logger)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private string? seen;

    // Before anything else reads the database, so that no import falls in between.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var context = await database.CreateDbContextAsync(cancellationToken))
            seen = await context.ImportsAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task GoAsync(CancellationToken cancellation) => LookAsync(cancellation);

    internal async Task LookAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var imports = await context.ImportsAsync(cancellation);
        if (imports == seen)
            return;
        foreach (var dayId in await context.Days.Select(d => d.Id).ToListAsync(cancellation))
            await happenings.TellAsync(new Happening.DayChanged(dayId));
        await shifts.KeepAllAsync(cancellation);
        await happenings.TellAsync(new Happening.ShiftsKept());
        seen = imports;
    }
}
