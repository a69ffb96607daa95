using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Domain.Permissions;
using Rallies.Web.Demo;

namespace Rallies.Web.Rehearsing;

/// <summary>
/// A steward's phone: its clock is wrong by up to two hours, it keeps each tap until the site has answered for it, sends in whatever
/// order, now and then twice, and takes back one tap in forty.
/// </summary>
internal sealed class PlayedPhone(Night night, HttpClient client, string rally, string door, Secret steward, IReadOnlyList<Cue> cues)
{
    private const int MostAtOnce = 500;
    private static readonly TimeSpan betweenSendings = TimeSpan.FromSeconds(1);

    private readonly Guid device = RehearsalMark.NewId();
    private readonly Dice dice = new($"{rally} {door}");
    private readonly Duration clockError = Duration.FromSeconds(new Dice($"{rally} {door} clock").Between(-7200, 7200));
    private readonly List<KeptTap> kept = [];
    private int played;
    private bool isOffline;

    /// <summary>Until every tap is answered for, or nobody waits any longer.</summary>
    public async Task PlayAsync(CancellationToken cancellation)
    {
        while (played < cues.Count || kept.Count > 0)
        {
            var wait = betweenSendings * dice.Between(70, 130) / 100;
            MakeDueTaps();
            if (kept.Count > 0)
                wait += await SendAsync(cancellation);
            else if (cues[played].At - night.Elapsed is var next && next > wait)
                wait = next;
            await Task.Delay(wait, cancellation);
        }
    }

    private void MakeDueTaps()
    {
        for (; played < cues.Count && cues[played].At <= night.Elapsed; played++)
        {
            var tap = Made(cues[played]);
            Keep(tap);
            if (tap.Kind == "in" && dice.OneIn(40))
                Keep(tap with { Id = RehearsalMark.NewId(), Kind = "undo", Count = null, Undoes = tap.Id });
        }
    }

    private void Keep(KeptTap tap)
    {
        kept.Add(tap);
        night.Tally.Keep(1);
    }

    private KeptTap Made(Cue cue)
    {
        var isGuess = cue.Kind == TapKind.Estimate;
        return new KeptTap(
            RehearsalMark.NewId(),
            JsonNamingPolicy.CamelCase.ConvertName(cue.Kind.ToString()),
            isGuess ? null : cue.People,
            null,
            isGuess ? cue.People * 8 / 10 : null,
            isGuess ? cue.People * 12 / 10 : null,
            isGuess ? "area" : null,
            (night.Now + clockError).ToString("uuuu-MM-dd'T'HH:mm:ss.fff'Z'", null),
            -(long)clockError.TotalMilliseconds,
            isOffline
        );
    }

    /// <summary>How much longer to wait than usual.</summary>
    private async Task<TimeSpan> SendAsync(CancellationToken cancellation)
    {
        var batch = kept.Take(MostAtOnce).OrderBy(_ => dice.Between(0, MostAtOnce)).ToList();
        var began = night.Elapsed;
        try
        {
            if (dice.OneIn(30))
            {
                Interlocked.Increment(ref night.Tally.SentTwice);
                (await PostAsync(batch, cancellation)).Dispose();
            }
            using var answer = await PostAsync(batch, cancellation);
            isOffline = false;
            if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            {
                Interlocked.Increment(ref night.Tally.ToldToWait);
                return answer.Headers.RetryAfter?.Delta ?? betweenSendings;
            }
            if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            {
                GiveUp();
                return TimeSpan.Zero;
            }
            answer.EnsureSuccessStatusCode();
            Settle(await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation), began);
            return TimeSpan.Zero;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || PlayedNetwork.IsTimeout(e, cancellation))
        {
            isOffline = true;
            return betweenSendings * dice.Between(100, 200) / 100;
        }
    }

    // The night was taken off, or another began: its links have ended, and nobody will take what is still kept.
    private void GiveUp()
    {
        foreach (var _ in kept)
            night.Tally.Refuse("the link has ended");
        night.Tally.Keep(-kept.Count);
        kept.Clear();
        played = cues.Count;
    }

    private Task<HttpResponseMessage> PostAsync(List<KeptTap> batch, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Addresses.Api + "/door/taps")
        {
            Content = JsonContent.Create(
                new
                {
                    device,
                    door,
                    rally,
                    taps = batch,
                }
            ),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", steward.Text) },
        };
        return client.SendAsync(request, cancellation);
    }

    private void Settle(JsonElement answer, TimeSpan began)
    {
        var done = new HashSet<Guid>();
        foreach (var id in answer.GetProperty("recorded").EnumerateArray().Concat(answer.GetProperty("known").EnumerateArray()))
        {
            done.Add(id.GetGuid());
            night.Tally.Taps[id.GetGuid()] = true;
        }
        foreach (var refused in answer.GetProperty("refused").EnumerateArray())
        {
            done.Add(refused.GetProperty("id").GetGuid());
            night.Tally.Refuse(refused.GetProperty("why").GetString()!);
        }
        night.Tally.Keep(-kept.RemoveAll(tap => done.Contains(tap.Id)));
        night.Board.Expect(answer.GetProperty("row").GetProperty("version").GetInt64(), night.Elapsed - began);
    }

    private sealed record KeptTap(
        Guid Id,
        string Kind,
        int? Count,
        Guid? Undoes,
        int? Low,
        int? High,
        string? Method,
        string At,
        long Skew,
        bool Offline
    );
}
