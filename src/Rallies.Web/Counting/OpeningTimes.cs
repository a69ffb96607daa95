using NodaTime;

namespace Rallies.Web.Counting;

/// <summary>Sees to it that doors open and close on the board when their hour comes, though nobody touched anything.</summary>
internal sealed partial class OpeningTimes(
    CountBook book,
    CountWriter writer,
    IClock clock,
    TimeProvider time,
    ILogger<OpeningTimes> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everySecond = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await everySecond.WaitForNextTickAsync(stoppingToken))
            await TurnAsync(stoppingToken);
    }

    private async Task TurnAsync(CancellationToken stopping)
    {
        if (book.Turned(clock.GetCurrentInstant()) is not { Count: > 0 } turned)
            return;
        try
        {
            await writer.DoAsync(new Turning(turned), stopping);
        }
        catch (WriterBusyException e)
        {
            LogNotTurned(turned.Count, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Rallies} rallies' doors opened or closed and the board does not say so yet.")]
    private partial void LogNotTurned(int rallies, Exception exception);
}
