using Rallies.BrowserTests.Site;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Rallies.BrowserTests.Site;

/// <summary>The site that journeys share, started when the first of them needs it. One that cuts its power starts its own.</summary>
public sealed class DemoSite : IAsyncDisposable
{
    private readonly Lazy<Task<RalliesSite>> running = new(() => RalliesSite.Start());

    public Task<RalliesSite> Running() => running.Value;

    public async ValueTask DisposeAsync()
    {
        if (running is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await running.Value).DisposeAsync();
    }
}
