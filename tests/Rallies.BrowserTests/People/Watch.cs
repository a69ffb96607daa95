using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Rallies.BrowserTests.People;

/// <summary>Notes what no page of ours may do: complain in the console, break its policy, ask another origin.</summary>
public sealed class Watch
{
    private const string Reporter = "__reportPolicyViolation";
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<string> circuits = new();
    private readonly ConcurrentQueue<string> pages = new();
    private readonly Uri site;

    private Watch(Uri site) => this.site = site;

    /// <summary>One sentence each, in the order seen.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    /// <summary>Addresses of Blazor circuits opened: organisers' pages have one, public pages have none.</summary>
    public IReadOnlyList<string> Circuits => [.. circuits];

    internal static async Task<Watch> Over(IBrowserContext context, Uri site)
    {
        var watch = new Watch(site);
        context.Request += (_, request) => watch.Asked(request);
        context.WebError += (_, error) => watch.complaints.Enqueue($"A script failed: {error.Error}");
        context.Console += (_, message) => watch.Heard(message);
        context.Page += (_, page) => page.WebSocket += (_, socket) => watch.Asked(socket.Url);
        await context.ExposeFunctionAsync(Reporter, (string report) => watch.complaints.Enqueue($"The policy was broken: {report}"));
        await context.AddInitScriptAsync(
            $"document.addEventListener('securitypolicyviolation', e => {Reporter}(`${{e.effectiveDirective}} ${{e.blockedURI}} on ${{e.documentURI}}`))"
        );
        return watch;
    }

    private void Heard(IConsoleMessage message)
    {
        // Chromium asks for it by itself, now and then, where a page names no icon.
        var isBrowsersOwn = message.Location.StartsWith(new Uri(site, "/favicon.ico").ToString(), StringComparison.Ordinal);
        if (message.Type == "error" && !isBrowsersOwn && !IsAnswer(message))
            complaints.Enqueue($"The console says: {message.Text} ({message.Location})");
    }

    // A page that is not there, a form that wants something put right: an answer to the person, whose status the journey looks at.
    private bool IsAnswer(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
        && pages.Any(page => message.Location.StartsWith($"{page}:", StringComparison.Ordinal));

    private void Asked(IRequest request)
    {
        if (request.IsNavigationRequest)
            pages.Enqueue(request.Url);
        Asked(request.Url);
    }

    private void Asked(string address)
    {
        var asked = new Uri(address);
        if (asked.Scheme is "data" or "blob" or "about")
            return;
        if (asked.Authority != site.Authority)
            complaints.Enqueue($"Another origin was asked: {address}");
        else if (asked.AbsolutePath.StartsWith("/_blazor", StringComparison.Ordinal))
            circuits.Enqueue(address);
    }
}
