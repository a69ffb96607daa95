using Rallies.BrowserTests.Mail;
using Rallies.BrowserTests.Site;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Rallies.BrowserTests.Site;

/// <summary>The site that journeys share, and its mail, started when the first of them needs it. One that cuts its power starts its own.</summary>
public sealed class DemoSite : IAsyncDisposable
{
    // All journeys come from one address, and open many private links.
    private static readonly string[] oneMachine = ["--Rallies:Limits:LinksPerMinute", "1000"];
    private readonly Lazy<Task<RalliesSite>> running;

    public DemoSite() => running = new(() => RalliesSite.Start([.. Mail.Options, .. oneMachine]));

    public MailBox Mail { get; } = MailBox.Open();

    public Task<RalliesSite> Running() => running.Value;

    public async ValueTask DisposeAsync()
    {
        if (running is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await running.Value).DisposeAsync();
        await Mail.DisposeAsync();
    }
}
