using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Counting;

namespace Rallies.Web.Stage;

/// <summary>What the screen in the square shows beside the QR code.</summary>
/// <param name="Open">People can check in.</param>
/// <param name="Code">Six digits; null while nobody is asked for them.</param>
/// <param name="Left">Seconds until the next, 0 to 300; 0 without a code.</param>
public sealed record ScreenCode(bool Open, string? Code, double Left)
{
    internal static ScreenCode Of(CountedRally rally, CodeOnScreen screen, Instant now)
    {
        var open = !rally.IsCancelled && now >= rally.Hours.HereOpensAt && now < rally.Hours.HereEndsAt;
        return open && rally.AsksForCode
            ? new(open, screen.Now(rally.Id), Math.Round(CheckInCode.Left(now).TotalSeconds, 1))
            : new(open, null, 0);
    }
}
