using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Rallies.Web.UseCases;

/// <summary>Has the shifts of picket lines kept: at the start, several times a day, and whenever a dispute has changed.</summary>
internal sealed partial class ShiftRounds(KeepShifts shifts, Happenings happenings, ILogger<ShiftRounds> logger) : BackgroundService
{
    private static readonly TimeSpan round = TimeSpan.FromHours(4);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watching = happenings.Watch(
            (happening, cancellation) =>
                happening is Happening.DisputeChanged changed ? shifts.KeepAsync(changed.DisputeId, cancellation) : Task.CompletedTask
        );
        using var timer = new PeriodicTimer(round);
        do
        {
            try
            {
                await shifts.KeepAllAsync(stoppingToken);
                await happenings.TellAsync(new Happening.ShiftsKept(), stoppingToken);
            }
            catch (Exception e) when (e is DbException or DbUpdateException)
            {
                LogRoundFailed(e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The shifts of picket lines could not be kept; the next round tries again.")]
    private partial void LogRoundFailed(Exception exception);
}
