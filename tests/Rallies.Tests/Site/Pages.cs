using System.Text.RegularExpressions;
using Rallies.Domain;

namespace Rallies.Tests.Site;

/// <summary>What tests of pages do with a page.</summary>
internal static partial class Pages
{
    /// <summary>A rally in Leeds on 3 June, and what else is given.</summary>
    public static async Task<Rally> HoldsLeeds(this RalliesSite site)
    {
        var day = Some.Day();
        await site.Holds(day);
        var leeds = Some.Rally(day);
        await site.Holds(leeds);
        return leeds;
    }

    public static Task<string> Text(this HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>Opens a page, fills its form in and sends it, with the form's own token.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient visitor, string page, params (string Name, string Value)[] typed)
    {
        var html = await visitor.GetStringAsync(page, TestContext.Current.CancellationToken);
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value };
        if (Id().Match(html) is { Success: true } id)
            fields["id"] = id.Groups[1].Value;
        foreach (var (name, value) in typed)
            fields[name] = value;
        return await visitor.PostAsync(page, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"id\" value=\"([^\"]+)\"")]
    private static partial Regex Id();
}
