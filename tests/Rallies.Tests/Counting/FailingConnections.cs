using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rallies.Tests.Counting;

/// <summary>Makes the database unreachable: no connection opens while it is on.</summary>
internal sealed class FailingConnections : DbConnectionInterceptor
{
    private volatile bool isOn;

    public void On() => isOn = true;

    public void Off() => isOn = false;

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => isOn ? throw new IOException("The database is unreachable.") : ValueTask.FromResult(result);
}
