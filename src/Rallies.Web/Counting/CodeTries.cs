using System.Net;
using System.Threading.RateLimiting;
using Rallies.Web.Guards;
using Rallies.Web.Settings;

namespace Rallies.Web.Counting;

/// <summary>
/// Ten wrong codes a device in five minutes, and sixty a network, whatever it says its browser is. A device that sends no identity is
/// told by its network and a hash of its browser's name; both are held in memory only and forgotten.
/// </summary>
internal sealed class CodeTries(RalliesSettings settings) : IDisposable
{
    public const int Most = 10;
    private const int MostOfNetwork = 60;
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<Device>? limiter = settings.Limits.Enabled
        ? PartitionedRateLimiter.Create<Device, Device>(device =>
            RateLimitPartition.GetSlidingWindowLimiter(device, d => Window(d.Browser == Device.Any ? MostOfNetwork : Most))
        )
        : null;

    public bool AreUsedUp(Device device) => IsUsedUp(device) || IsUsedUp(device.OfNetwork);

    public void Wrong(Device device)
    {
        limiter?.AttemptAcquire(device).Dispose();
        limiter?.AttemptAcquire(device.OfNetwork).Dispose();
    }

    public void Dispose() => limiter?.Dispose();

    private bool IsUsedUp(Device device) => limiter?.GetStatistics(device) is { CurrentAvailablePermits: 0 };

    private static SlidingWindowRateLimiterOptions Window(int most) =>
        new()
        {
            PermitLimit = most,
            Window = Within,
            SegmentsPerWindow = 5,
            QueueLimit = 0,
        };

    internal sealed record Device(int RallyId, IPAddress Network, int Browser)
    {
        public const int Any = 0;

        public Device OfNetwork => this with { Browser = Any };

        public static Device Of(int rallyId, HttpContext http) =>
            new(
                rallyId,
                RateLimits.Network(http.Connection.RemoteIpAddress),
                http.Request.Headers.UserAgent.ToString().GetHashCode(StringComparison.Ordinal) | 1
            );
    }
}
