namespace Rallies.Web.UseCases;

/// <summary>Has the shifts of picket lines kept several times a day, and whenever a dispute has changed.</summary>
internal sealed class ShiftRounds(KeepShifts shifts, Happenings happenings, ILogger<ShiftRounds> logger)
    : Round(TimeSpan.FromHours(4), logger)
{
    private IDisposable? watching;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        watching = happenings.Watch(
            (happening, cancellation) =>
                happening is Happening.DisputeChanged changed ? shifts.KeepAsync(changed.DisputeId, cancellation) : Task.CompletedTask
        );
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        watching?.Dispose();
        base.Dispose();
    }

    protected override async Task GoAsync(CancellationToken cancellation)
    {
        await shifts.KeepAllAsync(cancellation);
        await happenings.TellAsync(new Happening.ShiftsKept());
    }
}
