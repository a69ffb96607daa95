using System.Net;
using System.Text.Json;
using Rallies.Domain.Counting;
using Rallies.Storage.Counting;

namespace Rallies.Web.Rehearsing;

/// <summary>Compares what was played with what the database holds, and that with what the site shows.</summary>
internal sealed class RehearsalProof(CountReading reading, Uri site, Cast cast)
{
    private static readonly TimeSpan between = TimeSpan.FromSeconds(1);
    private const int Tries = 10; // others may count at the same time

    /// <exception cref="HttpRequestException">The site does not answer, or does not know the day.</exception>
    public static async Task IsThereAsync(Uri site, string day, CancellationToken cancellation) =>
        _ = await CountsAsync(site, day, cancellation);

    /// <summary>Waits until the site says of the day that it is rehearsed: before that it takes nothing that is played.</summary>
    /// <exception cref="HttpRequestException">It is another site, which knows nothing of this rehearsal.</exception>
    public async Task IsToldAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = site };
        client.DefaultRequestHeaders.Authorization = new("Bearer", cast.Towns[0].Steward.Text);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            using var answer = await client.PostAsJsonAsync(
                Addresses.Api + "/door/taps",
                new { rally = $"{cast.Day}/{cast.Towns[0].Town}", taps = Array.Empty<object>() },
                cancellation
            );
            if (answer.Headers.TryGetValues("Rehearsal", out var told) && told.Contains("?1"))
                return;
            if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                break;
            await Task.Delay(between, cancellation);
        }
        throw new HttpRequestException("what answers there knows nothing of this rehearsal: it has another database");
    }

    /// <summary>Sentences of what is wrong; none when everything is right.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(Tally tally, CancellationToken cancellation)
    {
        IReadOnlyList<string> faults = [];
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            faults = await LookAsync(tally, cancellation);
            if (faults.Count == 0)
                break;
            await Task.Delay(between, cancellation);
        }
        return faults;
    }

    internal async Task<IReadOnlyList<string>> LookAsync(Tally tally, CancellationToken cancellation)
    {
        var ids = cast.Towns.Select(t => t.RallyId).ToList();
        var (taps, checkIns) = (await reading.TapsAsync(ids, cancellation), await reading.CheckInsAsync(ids, cancellation));
        var stored = taps.SelectMany(t => t).Select(t => t.Id).Concat(checkIns.SelectMany(c => c).Select(c => c.Id)).ToHashSet();
        var lost = tally.Taps.Keys.Concat(tally.CheckIns.Keys).Count(id => !stored.Contains(id));
        var rows = (await CountsAsync(site, cast.Day, cancellation))
            .GetProperty("rallies")
            .EnumerateArray()
            .ToDictionary(r => r.GetProperty("town").GetString()!);
        var faults = new List<string>();
        if (lost > 0)
            faults.Add($"{lost} entries that the site had answered for are not in its log.");
        foreach (var town in cast.Towns)
        {
            var row = rows[town.Town];
            var shown = (Of(row, "entered"), Of(row, "hereNow"), Of(row, "peak"), Of(row, "checkedIn"));
            var closed = row.GetProperty("closed").GetBoolean();
            var count = new TapLog(taps[town.RallyId]).Fold(CheckedIn.Of(checkIns[town.RallyId]), closedAt: null);
            if (!closed && shown != (count.Entered, count.HereNow, count.Peak, count.CheckedIn))
                faults.Add(
                    $"{town.Town}: the site shows {shown}, its log adds up to {(count.Entered, count.HereNow, count.Peak, count.CheckedIn)} (entered, here now, peak, checked in)."
                );
        }
        return faults;
    }

    private static async Task<JsonElement> CountsAsync(Uri site, string day, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = site };
        return await client.GetFromJsonAsync<JsonElement>($"{Addresses.Api}/days/{day}/counts", cancellation);
    }

    private static int Of(JsonElement row, string figure) => row.GetProperty(figure).GetInt32();
}
