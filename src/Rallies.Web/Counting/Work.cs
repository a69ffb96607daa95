using Rallies.Storage.Counting;

namespace Rallies.Web.Counting;

/// <summary>Something for the one writer to commit, together with whatever else waits.</summary>
internal abstract class Work
{
    /// <summary>Judges it by what is committed and what came before it in the batch, and adds what is to be written.</summary>
    public abstract void Join(Batch batch);

    /// <summary>The batch is durable, and memory agrees.</summary>
    public abstract void Committed(Written written);

    /// <summary>The batch was not written, or its commit was lost on the way: only sending it again tells.</summary>
    public abstract void Failed(Exception reason);
}

/// <summary>Work that somebody waits for.</summary>
internal abstract class Work<TAnswer> : Work
{
    private readonly TaskCompletionSource<TAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TAnswer> Answer => answer.Task;

    public sealed override void Committed(Written written) => answer.TrySetResult(Say(written));

    public sealed override void Failed(Exception reason) =>
        answer.TrySetException(new WriterBusyException("This may not have been recorded; the same sent again counts once.", reason));

    protected abstract TAnswer Say(Written written);
}
