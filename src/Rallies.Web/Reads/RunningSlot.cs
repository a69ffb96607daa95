using NodaTime;
using Rallies.Domain.Speakers;

namespace Rallies.Web.Reads;

/// <summary>Some minutes of a rally's running order; a speaker, a title or both.</summary>
public sealed record RunningSlot(
    LocalTime Begins,
    int Minutes,
    string Title,
    SlotStatus Status,
    string? Speaker,
    SpeakerRole? Role,
    string? Organisation
);
