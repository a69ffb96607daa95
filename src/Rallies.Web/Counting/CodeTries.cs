using System.Threading.RateLimiting;
using Rallies.Web.Settings;

namespace Rallies.Web.Counting;

/// <summary>
/// Ten wrong codes a device in five minutes. A device that sends no identity is told by network address and browser; both are held
/// in memory only and forgotten.
/// </summary>
internal sealed class CodeTries(RalliesSettings settings) : IDisposable
{
    public const int Most = 10;
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<Device>? limiter = settings.Limits.Enabled
        ? PartitionedRateLimiter.Create<Device, Device>(device => RateLimitPartition.GetSlidingWindowLimiter(device, _ => Window()))
        : null;

    public bool AreUsedUp(Device device) => limiter?.GetStatistics(device) is { CurrentAvailablePermits: 0 };

    public void Wrong(Device device) => limiter?.AttemptAcquire(device).Dispose();

    public void Dispose() => limiter?.Dispose();

    private static SlidingWindowRateLimiterOptions Window() =>
        new()
        {
            PermitLimit = Most,
            Window = Within,
            SegmentsPerWindow = 5,
            QueueLimit = 0,
        };

    internal sealed record Device(int RallyId, string Address, string Browser)
    {
        public static Device Of(int rallyId, HttpContext http) =>
            new(rallyId, http.Connection.RemoteIpAddress?.ToString() ?? "", http.Request.Headers.UserAgent.ToString());
    }
}
