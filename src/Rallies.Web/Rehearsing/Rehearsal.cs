using NodaTime;
using Rallies.Storage.Counting;
using Rallies.Web.Demo;

namespace Rallies.Web.Rehearsing;

/// <summary>
/// Plays a night against a running site, through the doors that everybody uses: stewards' phones, people who check in, and a board that
/// watches. What it plays goes into the real log of a demo's day.
/// </summary>
internal sealed class Rehearsal(CountReading reading, IClock clock, TimeProvider time)
{
    // After the last arrival: phones that were dead come back and empty their queues.
    private static readonly string[] doors = ["North", "South"];
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    /// <summary>Plays it all and compares the site with what was played.</summary>
    /// <param name="site">Where it answers.</param>
    /// <param name="hear">Called every second while it goes on.</param>
    /// <exception cref="HttpRequestException">Nothing answers there.</exception>
    public async Task<RehearsalReport> PlayAsync(
        Uri site,
        Cast cast,
        RehearsalScale scale,
        Action<RehearsalProgress> hear,
        CancellationToken cancellation
    )
    {
        var board = new PlayedBoard(site, cast.Day, time);
        var night = new Night(clock, time, board);
        var proof = new RehearsalProof(reading, site, cast);
        await RehearsalProof.IsThereAsync(site, cast.Day, cancellation);
        await proof.IsToldAsync(cancellation);

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = board.WatchAsync(end.Token);
        var telling = TellAsync(night, scale, hear, end.Token);
        var playing = cast.Towns.Select((town, number) => PlayAsync(site, cast.Day, town, number, night, scale, end.Token)).ToList();
        try
        {
            await Task.WhenAll(playing).WaitAsync(scale.Lasts + patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            // The report says how much is still kept on the phones.
        }
        var faults = await proof.FaultsAsync(night.Tally, cancellation);
        await end.CancelAsync();
        await EndedAsync([watching, telling, .. playing]);
        return new RehearsalReport(cast.Towns.Count, scale.People, night.Elapsed, night.Tally, board.Delays, board.Lost, faults);
    }

    private static async Task PlayAsync(
        Uri site,
        string day,
        PlayedTown town,
        int number,
        Night night,
        RehearsalScale scale,
        CancellationToken cancellation
    )
    {
        using var mast = Mast.Of(number);
        var people = Math.Max(1, (int)Math.Round(scale.People * town.Share));
        var script = TownScript.Of(number, people, scale.Lasts, new Dice($"{town.Town} rehearsal"));
        var phones = script.Doors.Select(
            (cues, door) =>
                new PlayedPhone(night, Client($"door {door}"), $"{day}/{town.Town}", doors[door], town.Steward, cues).PlayAsync(
                    cancellation
                )
        );
        var visitors = script.CheckIns.Select(
            (arriving, who) => new PlayedVisitor(night, Client($"visitor {who}"), day, town.Town, arriving).PlayAsync(cancellation)
        );
        await Task.WhenAll([.. phones, .. visitors]);

        HttpClient Client(string who) =>
            new(
                new PlayedNetwork(mast, () => night.Elapsed, scale.Lasts, new Dice($"{town.Town} {who} network"), night.Tally),
                disposeHandler: false
            )
            {
                BaseAddress = site,
                Timeout = TimeSpan.FromSeconds(15),
            };
    }

    private static async Task EndedAsync(IEnumerable<Task> tasks)
    {
        try
        {
            await Task.WhenAll(tasks);
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }
    }

    private async Task TellAsync(Night night, RehearsalScale scale, Action<RehearsalProgress> hear, CancellationToken cancellation)
    {
        using var everySecond = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        do hear(new RehearsalProgress(night.Elapsed, scale.Lasts, night.Tally.Taps.Count, night.Tally.CheckIns.Count, night.Tally.Kept));
        while (await everySecond.WaitForNextTickAsync(cancellation));
    }
}
