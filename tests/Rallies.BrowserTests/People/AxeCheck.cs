using System.Text.Json;
using Microsoft.Playwright;

namespace Rallies.BrowserTests.People;

/// <summary>Runs axe-core in a page. It is evaluated by the browser's debugger, so that the page's policy need not allow it.</summary>
internal static class AxeCheck
{
    private static readonly Lazy<Task<string>> axe = new(() =>
        File.ReadAllTextAsync(Repository.Folder("wwwroot-assets", "node_modules", "axe-core", "axe.min.js"))
    );

    /// <summary>The serious and critical findings, one readable paragraph each.</summary>
    public static Task<IReadOnlyList<string>> FindingsOn(IPage page) => Run(page, "");

    /// <summary>The same by the one rule that depends on the page's colours.</summary>
    public static Task<IReadOnlyList<string>> FindingsOfContrastOn(IPage page) => Run(page, "runOnly: ['color-contrast'],");

    private static async Task<IReadOnlyList<string>> Run(IPage page, string rules)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(await axe.Value);
        // Without preload: for it axe copies imported sheets into inline styles, which a page's policy rightly forbids.
        var answer = await page.EvaluateAsync<string>(
            $"async () => JSON.stringify((await axe.run({{ {rules} resultTypes: ['violations'], preload: false }})).violations)"
        );
        var broken = JsonSerializer.Deserialize<Rule[]>(answer, JsonSerializerOptions.Web)!;
        return [.. broken.Where(rule => rule.Impact is "serious" or "critical").Select(Paragraph)];
    }

    private static string Paragraph(Rule rule) =>
        $"{rule.Id} ({rule.Impact}): {rule.Help}\n"
        + string.Join('\n', rule.Nodes.Select(node => $"  {node.Html}\n    {node.FailureSummary}"));

    private sealed record Rule(string Id, string Impact, string Help, Node[] Nodes);

    private sealed record Node(string Html, string FailureSummary);
}
