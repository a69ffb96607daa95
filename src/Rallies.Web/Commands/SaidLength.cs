using NodaTime;
using NodaTime.Text;

namespace Rallies.Web.Commands;

/// <summary>Reads "2h", "90m" and "1h30m".</summary>
internal static class SaidLength
{
    /// <summary>Null when it is none, or not from 15 minutes to a day.</summary>
    public static Duration? Read(string text) =>
        PeriodPattern.Roundtrip.Parse($"PT{text.ToUpperInvariant()}") is { Success: true } read
        && read.Value.ToDuration() is var length
        && length >= Duration.FromMinutes(15)
        && length <= Duration.FromHours(24)
            ? length
            : null;
}
