namespace Rallies.Web.UseCases;

/// <summary>Something done at the start and again and again; a round that failed is logged, and the next one tries again.</summary>
internal abstract partial class Round(TimeSpan every, ILogger logger) : BackgroundService
{
    protected abstract Task GoAsync(CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every);
        do
        {
            try
            {
                await GoAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogRoundFailed(GetType().Name, e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Round} could not do its work; the next round tries again.")]
    private partial void LogRoundFailed(string round, Exception exception);
}
