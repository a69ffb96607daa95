using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rallies.Web.UseCases;

namespace Rallies.Web.Mail;

/// <summary>Sees to it that addresses whose time is up are deleted, at the start and every few minutes.</summary>
internal sealed partial class Forgetting(ForgetAddresses addresses, ILogger<Forgetting> logger) : BackgroundService
{
    private static readonly TimeSpan round = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(round);
        do
        {
            try
            {
                await addresses.ForgetAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or DbUpdateException)
            {
                LogRoundFailed(e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Addresses whose time is up could not be deleted; the next round tries again.")]
    private partial void LogRoundFailed(Exception exception);
}
