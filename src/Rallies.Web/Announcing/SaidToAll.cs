using NodaTime;
using NodaTime.Text;
using Rallies.Web.Live;

namespace Rallies.Web.Announcing;

/// <summary>An announcement as pages show it.</summary>
/// <param name="Town">The rally's slug; null when it was said to the whole day.</param>
/// <param name="TownName">As people call it; null likewise.</param>
public sealed record SaidToAll(Guid Id, string Day, string? Town, string? TownName, string Text, Instant At)
{
    /// <summary>ISO 8601; with the town it tells one from another.</summary>
    public string AtIso => InstantPattern.ExtendedIso.Format(At);

    public Announcement ToAnnouncement() => new(Day, Town, Text, AtIso);

    /// <summary>It was never said, as far as anybody watches.</summary>
    public Announcement TakenBack() => new(Day, Town, "", AtIso);
}
