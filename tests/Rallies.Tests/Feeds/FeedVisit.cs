using System.Text;
using Rallies.Tests.Site;

namespace Rallies.Tests.Feeds;

/// <summary>A calendar program asking for a feed.</summary>
internal static class FeedVisit
{
    public static async Task<HttpResponseMessage> AsksFor(this RalliesSite site, string path, params (string Name, string Value)[] headers)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<string> Reads(this RalliesSite site, string path)
    {
        using var answer = await site.AsksFor(path);
        Assert.Equal(200, (int)answer.StatusCode);
        return Unfold(Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>The value of a property in the only VEVENT, parameters aside.</summary>
    public static string Property(string calendar, string name) =>
        calendar[calendar.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal)..]
            .Split("\r\n")
            .Single(line => line.StartsWith(name + ":", StringComparison.Ordinal) || line.StartsWith(name + ";", StringComparison.Ordinal))
            .Split(':', 2)[1];

    // RFC 5545 §3.1
    private static string Unfold(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);
}
