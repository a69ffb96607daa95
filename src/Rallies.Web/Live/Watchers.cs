namespace Rallies.Web.Live;

/// <summary>Those who want to be told. Nobody is called while a lock is held, and one who fails keeps nobody else from hearing.</summary>
internal sealed partial class Watchers<T>(ILogger logger)
{
    private readonly Lock gate = new();
    private Action<T>[] watchers = [];

    public IDisposable Add(Action<T> watcher)
    {
        lock (gate)
            watchers = [.. watchers, watcher];
        return new Watching(this, watcher);
    }

    public void Tell(T news)
    {
        foreach (var watcher in Volatile.Read(ref watchers))
        {
            try
            {
                watcher(news);
            }
            catch (Exception e)
            {
                LogFailure(logger, e);
            }
        }
    }

    private void Remove(Action<T> watcher)
    {
        lock (gate)
            watchers = [.. watchers.Where(w => w != watcher)];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Somebody who watches the board failed; the others were told.")]
    private static partial void LogFailure(ILogger logger, Exception exception);

    private sealed class Watching(Watchers<T> watchers, Action<T> watcher) : IDisposable
    {
        public void Dispose() => watchers.Remove(watcher);
    }
}
