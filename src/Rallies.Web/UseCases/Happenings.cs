namespace Rallies.Web.UseCases;

/// <summary>Tells those who show things that something was committed: after the commit, never before, and never back.</summary>
public sealed partial class Happenings(ILogger<Happenings> logger)
{
    private readonly Lock gate = new();
    private Func<Happening, CancellationToken, Task>[] watchers = [];

    public IDisposable Watch(Func<Happening, CancellationToken, Task> watcher)
    {
        lock (gate)
            watchers = [.. watchers, watcher];
        return new Watching(this, watcher);
    }

    /// <summary>Calls every watcher in turn; one that fails is logged and does not keep the others from hearing.</summary>
    public async Task TellAsync(Happening happening)
    {
        foreach (var watcher in watchers)
        {
            try
            {
                await watcher(happening, CancellationToken.None); // it is committed: whoever asked may have left
            }
            catch (Exception e)
            {
                LogFailure(happening.GetType().Name, e);
            }
        }
    }

    private void Forget(Func<Happening, CancellationToken, Task> watcher)
    {
        lock (gate)
            watchers = [.. watchers.Where(w => w != watcher)];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A watcher failed on {Happening}.")]
    private partial void LogFailure(string happening, Exception exception);

    private sealed class Watching(Happenings happenings, Func<Happening, CancellationToken, Task> watcher) : IDisposable
    {
        public void Dispose() => happenings.Forget(watcher);
    }
}
