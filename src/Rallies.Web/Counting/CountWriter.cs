using System.Threading.Channels;
using Rallies.Storage.Counting;
using Rallies.Web.Metrics;
using Rallies.Web.UseCases;

namespace Rallies.Web.Counting;

/// <summary>
/// The one writer of counts. Whatever waits is judged in the order of arrival, committed in one transaction, shown, and only then
/// answered: an answer means durable. After a failed commit nobody in it has been counted and everybody is told.
/// </summary>
internal sealed partial class CountWriter(
    CountBook book,
    CountJournal journal,
    Happenings happenings,
    SiteMeter meter,
    TimeProvider time,
    ILogger<CountWriter> logger
) : IHostedService, IDisposable
{
    public const int MostWaiting = 4_096;
    public const int MostInOneCommit = 512;

    /// <summary>After which a commit that does not end keeps newcomers out: they would wait for it in vain.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<Work> queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly HashSet<int> doubtful = [];
    private IDisposable? listening;
    private Task running = Task.CompletedTask;
    private long committingSince; // 0 while it waits for work

    /// <summary>How many requests wait to be written.</summary>
    public int Backlog => queue.Reader.Count;

    /// <summary>Whoever comes now is better told to come again.</summary>
    public bool IsBehind =>
        Backlog >= MostWaiting || (Volatile.Read(ref committingSince) is not 0 and var since && time.GetElapsedTime(since) > Patience);

    /// <exception cref="WriterBusyException">Too much waits already, or the commit failed: nothing was recorded.</exception>
    public Task<TAnswer> DoAsync<TAnswer>(Work<TAnswer> work, CancellationToken cancellation)
    {
        if (!IsBehind && queue.Writer.TryWrite(work))
            return work.Answer.WaitAsync(cancellation);
        meter.Refused.Add(1);
        throw new WriterBusyException("More waits to be written than can be taken in.");
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await book.LoadAsync(cancellationToken);
        listening = happenings.Watch(RereadAsync);
        // Not a BackgroundService: one that is stopped before its thread came to run never runs at all, and would write nothing.
        running = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>Takes in nothing more, and writes what waits.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        return running.WaitAsync(cancellationToken);
    }

    public void Dispose() => listening?.Dispose();

    private async Task RunAsync()
    {
        var together = new List<Work>();
        while (await queue.Reader.WaitToReadAsync())
        {
            while (together.Count < MostInOneCommit && queue.Reader.TryRead(out var work))
                together.Add(work);
            await WriteAsync(together);
            together.Clear();
        }
        await journal.DisposeAsync();
    }

    private Task RereadAsync(Happening happening, CancellationToken cancellation) =>
        happening switch
        {
            Happening.RallyChanged rally => QueueAsync(new Rereading(rally.DayId, whole: false), cancellation),
            Happening.PledgesChanged pledges => QueueAsync(new Rereading(pledges.DayId, whole: false), cancellation),
            Happening.DayChanged day => QueueAsync(new Rereading(day.DayId, whole: true), cancellation),
            Happening.Rehearsed { IsOn: false } day => QueueAsync(new Rereading(day.DayId, whole: true, logs: true), cancellation),
            _ => Task.CompletedTask,
        };

    // What is committed has to be shown, however much waits: nobody would send it again.
    private async Task QueueAsync(Rereading reading, CancellationToken cancellation)
    {
        await queue.Writer.WriteAsync(reading, cancellation);
        await reading.Answer.WaitAsync(cancellation);
    }

    private async Task WriteAsync(IReadOnlyList<Work> together)
    {
        var (batch, joined) = (new Batch(), new List<Work>(together.Count));
        try
        {
            await MendAsync();
            foreach (var reading in together.OfType<Rereading>())
                await (
                    reading.Logs
                        ? book.ReloadDayAsync(reading.DayId, CancellationToken.None)
                        : book.RereadAsync(reading.DayId, reading.Whole, CancellationToken.None)
                );
            joined.AddRange(together.Where(work => Joins(work, batch)));
            var written = await CommitAsync(batch);
            foreach (var work in joined)
                work.Committed(written);
        }
        catch (Exception e)
        {
            LogFailure(together.Count, e);
            foreach (var work in together)
                work.Failed(e);
        }
    }

    // What cannot be judged fails alone: nobody's request may undo the others'.
    private bool Joins(Work work, Batch batch)
    {
        try
        {
            work.Join(batch);
            return true;
        }
        catch (Exception e)
        {
            LogFailure(1, e);
            work.Failed(e);
            return false;
        }
    }

    private async Task<Written> CommitAsync(Batch batch)
    {
        if (batch.IsEmpty)
            return Written.Nothing;
        doubtful.UnionWith(batch.Rallies);
        var written = await TimedAsync(() =>
            journal.WriteAsync([.. batch.Taps], [.. batch.CheckIns], batch.Touched, book.DayOf, CancellationToken.None)
        );
        doubtful.Clear();
        meter.Taps.Add(batch.Taps.Count(t => written.New.Contains(t.Id)));
        meter.CheckIns.Add(batch.CheckIns.Count(c => written.New.Contains(c.Id)));
        await ShowAsync(batch, written);
        return written;
    }

    private async Task<Written> TimedAsync(Func<Task<Written>> commit)
    {
        var since = time.GetTimestamp();
        Volatile.Write(ref committingSince, since);
        try
        {
            return await commit();
        }
        finally
        {
            Volatile.Write(ref committingSince, 0);
            meter.CommitTime.Record(time.GetElapsedTime(since).TotalSeconds);
        }
    }

    // It is durable: if showing it fails, it is read back before anything else is written, and the answer is still yes.
    private async Task ShowAsync(Batch batch, Written written)
    {
        try
        {
            await book.AddAsync(batch, written, CancellationToken.None);
        }
        catch (Exception e)
        {
            doubtful.UnionWith(batch.Rallies);
            LogNotShown(e);
        }
    }

    private async Task MendAsync()
    {
        if (doubtful.Count == 0)
            return;
        await book.ReloadAsync(doubtful, CancellationToken.None);
        doubtful.Clear();
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A commit of {Requests} requests failed; nothing of them was recorded, and all were told."
    )]
    private partial void LogFailure(int requests, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A commit could not be shown; it will be read back.")]
    private partial void LogNotShown(Exception exception);
}
