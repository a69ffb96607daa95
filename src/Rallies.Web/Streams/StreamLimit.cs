using System.Collections.Concurrent;
using System.Net;
using Rallies.Web.Guards;
using Rallies.Web.Settings;

namespace Rallies.Web.Streams;

/// <summary>How many watch from one network address: a crowd behind one mast may, a machine that opens them without end may not.</summary>
internal sealed class StreamLimit(RalliesSettings settings)
{
    private readonly ConcurrentDictionary<IPAddress, int> open = new();

    public bool TryEnter(IPAddress? address)
    {
        if (!settings.Limits.Enabled)
            return true;
        if (open.AddOrUpdate(RateLimits.Network(address), 1, (_, others) => others + 1) <= settings.Limits.StreamsPerAddress)
            return true;
        Leave(address);
        return false;
    }

    public void Leave(IPAddress? address)
    {
        if (!settings.Limits.Enabled)
            return;
        var network = RateLimits.Network(address);
        if (open.AddOrUpdate(network, 0, (_, all) => all - 1) <= 0)
            open.TryRemove(KeyValuePair.Create(network, 0));
    }
}
