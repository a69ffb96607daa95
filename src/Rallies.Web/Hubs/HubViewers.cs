namespace Rallies.Web.Hubs;

/// <summary>How many watch over the hub.</summary>
internal sealed class HubViewers
{
    private int count;

    public int Count => Volatile.Read(ref count);

    public void Came() => Interlocked.Increment(ref count);

    public void Went() => Interlocked.Decrement(ref count);
}
