using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Rallies.Tests.Site;

/// <summary>A page as a browser without script sees it, whose forms can be filled in and sent.</summary>
internal sealed class Page(HttpClient browser, HttpResponseMessage answer, IHtmlDocument document)
{
    public HttpResponseMessage Answer => answer;
    public HttpStatusCode Status => answer.StatusCode;
    public IHtmlDocument Document => document;
    public string Heading => document.QuerySelector("h1")?.TextContent.Trim() ?? "";
    public IReadOnlyList<string> Errors => [.. document.QuerySelectorAll(".error-summary a").Select(a => a.TextContent.Trim())];

    public static async Task<Page> Open(HttpClient browser, string path) =>
        await Read(browser, await browser.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>What the form of the page would send.</summary>
    public Dictionary<string, string> Fields =>
        document
            .QuerySelectorAll<IHtmlInputElement>("main form input")
            .Where(i => i.Name is { Length: > 0 } && (i.Type is not ("radio" or "checkbox") || i.IsChecked))
            .Select(i => (i.Name!, i.Value))
            .Concat(document.QuerySelectorAll<IHtmlTextAreaElement>("main form textarea").Select(t => (t.Name!, t.Value)))
            .ToDictionary(f => f.Item1, f => f.Item2);

    /// <summary>Fills in the fields named, leaves the others as they stand, and presses the button.</summary>
    public async Task<Page> Send(params (string Name, string Value)[] typed)
    {
        var fields = Fields;
        foreach (var (name, value) in typed)
            fields[name] = value;
        var form = document.QuerySelector("main form") ?? throw new InvalidOperationException($"No form on: {Heading}");
        using var content = new FormUrlEncodedContent(fields);
        return await Read(browser, await browser.PostAsync(form.GetAttribute("action"), content, TestContext.Current.CancellationToken));
    }

    public static async Task<Page> Read(HttpClient browser, HttpResponseMessage answer) =>
        new(
            browser,
            answer,
            await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
        );
}
