using System.Net;
using System.Text.Json;

namespace Rallies.Web.Rehearsing;

/// <summary>Somebody who checks in by the QR code on the square, and tries again while the network fails.</summary>
internal sealed class PlayedVisitor(Night night, HttpClient client, string day, string town, TownScript.Arriving arriving)
{
    private static readonly TimeSpan betweenTries = TimeSpan.FromSeconds(2);
    private readonly Guid id = RehearsalMark.NewId();

    public async Task PlayAsync(CancellationToken cancellation)
    {
        if (arriving.At - night.Elapsed is var before && before > TimeSpan.Zero)
            await Task.Delay(before, cancellation);
        night.Tally.Keep(1);
        while (await TryAsync(cancellation) is { } wait)
            await Task.Delay(wait, cancellation);
        night.Tally.Keep(-1);
    }

    /// <summary>Null when the site has answered for it, otherwise when to try again.</summary>
    private async Task<TimeSpan?> TryAsync(CancellationToken cancellation)
    {
        var began = night.Elapsed;
        try
        {
            using var answer = await client.PostAsJsonAsync(
                $"{Addresses.Api}/days/{day}/rallies/{town}/here",
                new { id, with = arriving.With },
                cancellation
            );
            if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            {
                Interlocked.Increment(ref night.Tally.ToldToWait);
                return answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
            }
            var said = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            if (answer.IsSuccessStatusCode)
            {
                night.Tally.CheckIns[id] = true;
                night.Board.Expect(said.GetProperty("version").GetInt64(), night.Elapsed - began);
            }
            else
                night.Tally.Refuse(said.TryGetProperty("detail", out var detail) ? detail.GetString()! : answer.StatusCode.ToString());
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || PlayedNetwork.IsTimeout(e, cancellation))
        {
            return betweenTries;
        }
    }
}
