using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Rallies.Web.Settings;

namespace Rallies.Web.Guards;

/// <summary>How often one network address may do what, counted in memory and forgotten. Addresses are never written anywhere.</summary>
internal sealed class RateLimits : IDisposable
{
    private readonly PartitionedRateLimiter<(IPAddress Address, RateLimited What)>? limiter;

    public RateLimits(RalliesSettings settings)
    {
        if (!settings.Limits.Enabled)
            return;
        limiter = PartitionedRateLimiter.Create<(IPAddress Address, RateLimited What), (IPAddress, RateLimited)>(key =>
            RateLimitPartition.GetSlidingWindowLimiter(key, _ => Window(settings.Limits, key.What))
        );
    }

    /// <summary>Null when it may go on, else the seconds to wait.</summary>
    public int? SecondsToWait(HttpContext context, RateLimited what)
    {
        if (limiter is null)
            return null;
        using var lease = limiter.AttemptAcquire((Network(context.Connection.RemoteIpAddress), what));
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 10;
    }

    public static Task RefuseAsync(HttpContext context, int seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Answer
            .Sentence(
                context,
                StatusCodes.Status429TooManyRequests,
                $"Too many requests from your network just now. Wait {seconds} seconds and try again."
            )
            .ExecuteAsync(context);
    }

    // One IPv6 subscriber has a whole /64 to rotate through (RFC 6177).
    public static IPAddress Network(IPAddress? address)
    {
        if (address is null)
            return IPAddress.Loopback;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private static SlidingWindowRateLimiterOptions Window(LimitSettings limits, RateLimited what)
    {
        var (permits, window) = what switch
        {
            RateLimited.Starting => (limits.StartsPerHour, TimeSpan.FromHours(1)),
            RateLimited.AskingForMail => (limits.MailsPerHour, TimeSpan.FromHours(1)),
            RateLimited.OpeningLinks => (limits.LinksPerMinute, TimeSpan.FromMinutes(1)),
            RateLimited.Pledging => (limits.PledgesPerMinute, TimeSpan.FromMinutes(1)),
            RateLimited.CheckingCalendars => (limits.CalendarChecksPerMinute, TimeSpan.FromMinutes(1)),
            RateLimited.Tapping => (limits.TapBatchesPerMinute, TimeSpan.FromMinutes(1)),
            _ => (limits.RequestsPerMinute, TimeSpan.FromMinutes(1)),
        };
        return new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = window,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        };
    }

    public void Dispose() => limiter?.Dispose();
}
