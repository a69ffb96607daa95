using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Rallies.Web.Settings;

namespace Rallies.Web.Counting;

/// <summary>
/// Notices when more check in at one rally than people walk past a screen, all from networks that look alike: a square behind one
/// mobile mast, or a machine. They are then asked for the code. Addresses are counted in memory and forgotten.
/// </summary>
internal sealed class Crowds(RalliesSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<(int Rally, IPAddress Network)>? limiter = settings.Limits.Enabled
        ? PartitionedRateLimiter.Create<(int Rally, IPAddress Network), (int, IPAddress)>(key =>
            RateLimitPartition.GetSlidingWindowLimiter(key, _ => Window(settings.Limits.CheckInsPerMinute))
        )
        : null;

    /// <summary>Counts one more, and says whether that was too many.</summary>
    public bool IsOne(int rallyId, IPAddress? address)
    {
        if (limiter is null)
            return false;
        using var lease = limiter.AttemptAcquire((rallyId, Alike(address ?? IPAddress.Loopback)));
        return !lease.IsAcquired;
    }

    public void Dispose() => limiter?.Dispose();

    // What one provider hands out to neighbours: a /24 of IPv4, a /48 of IPv6 (RFC 6177).
    private static IPAddress Alike(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        bytes.AsSpan(plain.AddressFamily == AddressFamily.InterNetwork ? 3 : 6).Clear();
        return new IPAddress(bytes);
    }

    private static SlidingWindowRateLimiterOptions Window(int permits) =>
        new()
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        };
}
