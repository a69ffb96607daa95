using NodaTime;

namespace Rallies.Domain.Speakers;

/// <summary>Where a rally's running order stands at one moment.</summary>
/// <param name="Now">Who is on; null before the first, after the last, and while the minutes of somebody who declined pass.</param>
/// <param name="Since">When they began; null without anybody.</param>
/// <param name="Ends">When their minutes are up, perhaps a while ago; null without anybody.</param>
/// <param name="Next">Who comes after them; null when nobody does.</param>
/// <param name="LateMinutes">By how much whoever comes next comes later than planned; negative when earlier.</param>
/// <param name="Changes">When this is no longer so if nobody says anything; null for never.</param>
public sealed record Standing(Slot? Now, Instant? Since, Instant? Ends, Slot? Next, int LateMinutes, Instant? Changes)
{
    /// <summary>Nobody speaks any more, or nobody ever did.</summary>
    public static Standing Nothing { get; } = new(null, null, null, null, 0, null);

    /// <summary>Somebody is on or to come.</summary>
    public bool IsSomething => Now is not null || Next is not null;
}
