namespace Rallies.Web.Live;

/// <summary>Those who want to be told. Nobody is called while a lock is held, and one who fails keeps nobody else from hearing.</summary>
/// <typeparam name="TWatcher">What they are called by: a delegate.</typeparam>
internal sealed partial class Watchers<TWatcher>(ILogger logger)
    where TWatcher : Delegate
{
    private readonly Lock gate = new();
    private TWatcher[] watchers = [];

    public IDisposable Add(TWatcher watcher)
    {
        lock (gate)
            watchers = [.. watchers, watcher];
        return new Watching(this, watcher);
    }

    public void Tell(Action<TWatcher> tell)
    {
        foreach (var watcher in Volatile.Read(ref watchers))
        {
            try
            {
                tell(watcher);
            }
            catch (Exception e)
            {
                LogFailure(logger, e);
            }
        }
    }

    /// <summary>One after another, each when the one before is done.</summary>
    public async Task TellAsync(Func<TWatcher, Task> tell)
    {
        foreach (var watcher in Volatile.Read(ref watchers))
        {
            try
            {
                await tell(watcher);
            }
            catch (Exception e)
            {
                LogFailure(logger, e);
            }
        }
    }

    private void Remove(TWatcher watcher)
    {
        lock (gate)
            watchers = [.. watchers.Where(w => w != watcher)];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Somebody who watches the board failed; the others were told.")]
    private static partial void LogFailure(ILogger logger, Exception exception);

    private sealed class Watching(Watchers<TWatcher> watchers, TWatcher watcher) : IDisposable
    {
        public void Dispose() => watchers.Remove(watcher);
    }
}
