namespace Rallies.Web.Feeds;

/// <summary>Makes feeds anew that a change took off the shelf, a second later and once for all changes of that second.</summary>
internal sealed class FeedPreparing(FeedShelf shelf) : BackgroundService
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
                shelf.Prepare(key);
        }
    }
}
