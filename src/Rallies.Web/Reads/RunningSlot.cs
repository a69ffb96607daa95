using NodaTime;
using Rallies.Domain.Speakers;

namespace Rallies.Web.Reads;

/// <summary>Some minutes of a rally's running order; a speaker, a title or both.</summary>
/// <param name="Begins">As planned, on the town's clock.</param>
/// <param name="At">The same moment.</param>
public sealed record RunningSlot(
    Guid Id,
    LocalTime Begins,
    Instant At,
    int Minutes,
    string Title,
    SlotStatus Status,
    string? Speaker,
    SpeakerRole? Role,
    string? Organisation
);
