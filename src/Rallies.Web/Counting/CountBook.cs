using System.Collections.Concurrent;
using NodaTime;
using Rallies.Storage.Counting;
using Rallies.Web.Live;

namespace Rallies.Web.Counting;

/// <summary>All rallies' logs in memory, as committed, and the board they are shown on. Changed by the one writer alone.</summary>
internal sealed class CountBook(CountReading reading, LiveBoard board, IClock clock)
{
    private readonly ConcurrentDictionary<(string Day, string Town), RallyCount> byAddress = new();
    private readonly ConcurrentDictionary<int, RallyCount> byId = new();
    private readonly Dictionary<int, long> versions = [];
    private readonly Dictionary<int, int> sequences = [];

    /// <summary>A rally that may be seen; null for unknown and hidden ones.</summary>
    public RallyCount? Find(string day, string town) =>
        byAddress.TryGetValue((day, town), out var rally) && !rally.Rally.IsHidden ? rally : null;

    public int DayOf(int rallyId) => byId[rallyId].Rally.DayId;

    /// <summary>Rallies whose doors have opened or closed since the board last said so.</summary>
    public IReadOnlyList<int> Turned(Instant now) => [.. byId.Values.Where(r => r.HasTurned(now)).Select(r => r.Rally.Id)];

    public async Task LoadAsync(CancellationToken cancellation)
    {
        foreach (var day in await reading.DayIdsAsync(cancellation))
            await RereadAsync(day, whole: true, cancellation);
    }

    /// <summary>Takes over what others committed, and shows it.</summary>
    public async Task RereadAsync(int dayId, bool whole, CancellationToken cancellation)
    {
        var known = versions.GetValueOrDefault(dayId, -1);
        if (await reading.DayAsync(dayId, whole ? -1 : known, cancellation) is not { } day || day.Version < known)
            return;
        if (!whole && day.Sequence != sequences.GetValueOrDefault(dayId))
        {
            await RereadAsync(dayId, whole: true, cancellation);
            return;
        }
        sequences[dayId] = day.Sequence;
        await AddUnknownAsync(day, cancellation);
        foreach (var rally in day.Rallies)
            byId[rally.Id].Learn(rally);
        Show(day.Slug, dayId, day.Version, [.. day.Rallies.Select(r => byId[r.Id])]);
    }

    /// <summary>Reads these rallies' logs again, since a failed commit leaves it open whether it was one.</summary>
    public async Task ReloadAsync(IReadOnlyCollection<int> rallyIds, CancellationToken cancellation)
    {
        var taps = await reading.TapsAsync(rallyIds, cancellation);
        var checkIns = await reading.CheckInsAsync(rallyIds, cancellation);
        foreach (var id in rallyIds)
            byId[id].Recall(taps[id], checkIns[id]);
        foreach (var dayId in rallyIds.Select(DayOf).Distinct())
            await RereadAsync(dayId, whole: true, cancellation);
    }

    /// <summary>Reads all logs of a day again, since entries were taken out of them.</summary>
    public Task ReloadDayAsync(int dayId, CancellationToken cancellation) =>
        ReloadAsync([.. byId.Values.Where(r => r.Rally.DayId == dayId).Select(r => r.Rally.Id)], cancellation);

    /// <summary>Adds what a commit wrote, and shows it together with whatever others committed in between.</summary>
    public async Task AddAsync(Batch batch, Written written, CancellationToken cancellation)
    {
        foreach (var tap in batch.Taps.Where(t => written.New.Contains(t.Id)))
            byId[tap.RallyId].Add(tap);
        foreach (var checkIn in batch.CheckIns.Where(c => written.New.Contains(c.Id)))
            byId[checkIn.RallyId].Add(checkIn);
        foreach (var (dayId, version) in written.Versions)
        {
            if (version > versions[dayId] + 1)
                await RereadAsync(dayId, whole: false, cancellation);
            var changed = written.Rallies.Select(id => byId[id]).Where(r => r.Rally.DayId == dayId).ToList();
            foreach (var rally in changed)
                rally.Learn(rally.Rally with { Version = Math.Max(version, rally.Rally.Version) });
            Show(changed[0].Rally.Day, dayId, version, changed);
        }
    }

    private void Show(string day, int dayId, long version, IReadOnlyCollection<RallyCount> rallies)
    {
        var now = clock.GetCurrentInstant();
        var isNews = versions.GetValueOrDefault(dayId, -1) < version || board.Find(day) is null;
        versions[dayId] = Math.Max(version, versions.GetValueOrDefault(dayId));
        var onBoard = board.Find(day)?.Rows;
        var rows = rallies
            .Where(r => !r.Rally.IsHidden)
            .Where(r => r.Refresh(now) || onBoard?.ContainsKey(r.Rally.Town) != true)
            .Select(r => r.Row)
            .ToList();
        var gone = rallies.Where(r => r.Rally.IsHidden).Select(r => r.Rally.Town).ToList();
        if (isNews || rows.Count > 0)
            board.Apply(new BoardChange(day, version, rows, gone));
    }

    private async Task AddUnknownAsync(CountedDay day, CancellationToken cancellation)
    {
        var unknown = day.Rallies.Where(r => !byId.ContainsKey(r.Id)).ToList();
        if (unknown.Count == 0)
            return;
        var ids = unknown.Select(r => r.Id).ToList();
        var taps = await reading.TapsAsync(ids, cancellation);
        var checkIns = await reading.CheckInsAsync(ids, cancellation);
        var now = clock.GetCurrentInstant();
        foreach (var rally in unknown)
            byId[rally.Id] = byAddress[(rally.Day, rally.Town)] = new RallyCount(rally, taps[rally.Id], checkIns[rally.Id], now);
    }
}
