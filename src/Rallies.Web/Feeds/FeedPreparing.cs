namespace Rallies.Web.Feeds;

/// <summary>Makes feeds anew that a change took off the shelf, a second later and once for all changes of that second.</summary>
internal sealed partial class FeedPreparing(FeedShelf shelf, ILogger<FeedPreparing> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await shelf.Wanted.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            var keys = new HashSet<FeedKey>();
            while (shelf.Wanted.TryRead(out var key))
                keys.Add(key);
            foreach (var key in keys)
                Prepare(key);
        }
    }

    private void Prepare(FeedKey key)
    {
        try
        {
            shelf.Prepare(key);
        }
        catch (Exception e)
        {
            LogFailed(key.Subject.Path, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The feed {Feed} could not be made; whoever asks for it next tries again.")]
    private partial void LogFailed(string feed, Exception exception);
}
