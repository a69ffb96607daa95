using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rallies.BrowserTests.Site;

namespace Rallies.BrowserTests.EveryPage;

/// <summary>Finds the pages whose addresses nobody knows beforehand: the rally that is called off, the link in a mail.</summary>
public sealed class Whereabouts
{
    private readonly DemoSite shared;
    private readonly Lazy<Task<string>> mailedPledge;
    private readonly Lazy<Task<string>> contactToConfirm;
    private readonly Lazy<Task<string>> rallyToJoin;

    public Whereabouts(DemoSite shared)
    {
        this.shared = shared;
        mailedPledge = new(PledgeByMail);
        contactToConfirm = new(() => StartARally("frome"));
        rallyToJoin = new(StartOneAndConfirm);
    }

    public Task<string> RallyCalledOff() => Rally(rally => rally.GetProperty("status").GetString() == "cancelled");

    public Task<string> RallyWithoutAPlace() => Rally(rally => !rally.GetProperty("placeConfirmed").GetBoolean());

    public async Task<string> Dispute() => $"/disputes/{(await Read("/api/v1/pickets"))[0].GetProperty("dispute").GetString()}";

    public async Task<string> Pledge() =>
        (await Pledged(new { id = Guid.CreateVersion7(), bringing = 2 })).GetProperty("withdraw").GetString()!;

    /// <summary>A pledge as the mail shows it, which asks whether the address is theirs.</summary>
    public Task<string> MailedPledge() => mailedPledge.Value;

    /// <summary>The page that asks whoever has started a rally whether the address is theirs.</summary>
    public Task<string> ContactToConfirm() => contactToConfirm.Value;

    /// <summary>The page on which to join those who have started a rally, and can be reached.</summary>
    public Task<string> RallyToJoin() => rallyToJoin.Value;

    private async Task<string> PledgeByMail()
    {
        const string nia = "nia@example.org";
        await Pledged(
            new
            {
                id = Guid.CreateVersion7(),
                bringing = 0,
                email = nia,
            }
        );
        return (await shared.Mail.LetterTo(nia)).Links.Single().AbsolutePath;
    }

    private async Task<string> StartOneAndConfirm()
    {
        await Send(await StartARally("selby"), []);
        return "/3rd-june/selby/join";
    }

    private async Task<string> StartARally(string town)
    {
        var address = $"founder-in-{town}@example.org";
        // The id says when the form was shown: long ago.
        var answers = new Dictionary<string, string>
        {
            ["id"] = Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString(),
            ["step"] = "contact",
            ["town"] = town,
            ["place"] = "The market cross",
            ["mail"] = address,
        };
        await Send("/3rd-june/start", answers);
        var letter = await shared.Mail.LetterTo(address);
        return letter.Links.Single(link => link.AbsolutePath.StartsWith("/start/", StringComparison.Ordinal)).AbsolutePath;
    }

    private async Task Send(string address, Dictionary<string, string> form)
    {
        using var client = await Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await client.PostAsync(address, new FormUrlEncodedContent(form), Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<JsonElement> Pledged(object pledge)
    {
        using var client = await Client();
        using var answer = await client.PostAsJsonAsync("/api/v1/days/3rd-june/rallies/york/pledges", pledge, Cancelled);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }

    private async Task<string> Rally(Func<JsonElement, bool> isIt)
    {
        var rallies = await Read("/api/v1/days/3rd-june/rallies?limit=500");
        return $"/3rd-june/{rallies.EnumerateArray().First(isIt).GetProperty("town").GetString()}";
    }

    private async Task<JsonElement> Read(string address)
    {
        using var client = await Client();
        return await client.GetFromJsonAsync<JsonElement>(address, Cancelled);
    }

    private async Task<HttpClient> Client() => new() { BaseAddress = (await shared.Running()).Address };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}
