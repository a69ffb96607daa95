using NodaTime;
using Rallies.Domain.Speakers;
using Rallies.Web.Live;

namespace Rallies.Web.Stage;

/// <summary>A rally's running order as it goes.</summary>
/// <param name="IsOn">Neither called off nor postponed.</param>
internal sealed record StagedRally(int Id, string Day, string Town, Interval Hours, bool IsOn, Proceedings Proceedings)
{
    /// <summary>Null while there is nothing to say: too early, too late, off, or nobody in the order.</summary>
    public Speaking? Say(Instant now)
    {
        if (!IsOn || Proceedings.Plan.Count == 0 || !Cue.IsTime(Hours, now))
            return null;
        var stands = Proceedings.At(now);
        return new Speaking(Day, Town, stands.Now?.Billed, stands.Next?.Billed, stands.LateMinutes);
    }

    /// <summary>When it says something else though nobody does anything; null for never.</summary>
    public Instant? Changes(Instant now)
    {
        var (opens, ends) = (Hours.Start - Cue.Before, Hours.End + Cue.After);
        return now < opens ? opens
            : now >= ends ? null
            : Proceedings.At(now).Changes is { } changes && changes < ends ? changes
            : ends;
    }
}
