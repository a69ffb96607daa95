using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rallies.Tests.Counting;

/// <summary>Makes the database unreachable, or slow: no connection opens while it is on, or until it is let go.</summary>
internal sealed class FailingConnections : DbConnectionInterceptor
{
    private readonly TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource? held;
    private volatile bool isOn;

    /// <summary>Somebody waits for a connection that is held.</summary>
    public Task Waits => waits.Task;

    public void On() => isOn = true;

    public void Off() => isOn = false;

    public void Hold() => held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo()
    {
        held?.TrySetResult();
        held = null;
    }

    public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (held is { } until)
        {
            waits.TrySetResult();
            await until.Task.WaitAsync(cancellationToken);
        }
        return isOn ? throw new IOException("The database is unreachable.") : result;
    }
}
