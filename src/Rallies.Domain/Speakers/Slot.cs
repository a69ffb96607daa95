using NodaTime;

namespace Rallies.Domain.Speakers;

/// <summary>Some minutes of a rally: a speech, a song, a collection.</summary>
public sealed class Slot
{
    public const int MaxTitleLength = 120;
    public const int MaxMinutes = 240;

    public Slot(int rallyId, int position, string title, int minutes, int? speakerId)
    {
        Id = Guid.CreateVersion7();
        RallyId = rallyId;
        Position = position;
        Change(title, minutes, speakerId, SlotStatus.Invited);
    }

    private Slot() { }

    public Guid Id { get; private set; }
    public int RallyId { get; private set; }

    /// <summary>From 0, without gaps.</summary>
    public int Position { get; private set; }

    /// <summary>Empty when the speaker's name says it.</summary>
    public string Title { get; private set; } = "";

    /// <summary>1 to 240.</summary>
    public int Minutes { get; private set; }
    public int? SpeakerId { get; private set; }
    public Speaker? Speaker { get; private set; }
    public SlotStatus Status { get; private set; }
    public Duration Lasts => Duration.FromMinutes(Minutes);

    /// <summary>As everybody may read it; null when whoever was asked has declined, which is nobody's business.</summary>
    public string? Billed =>
        Status == SlotStatus.Declined ? null
        : Speaker is { } speaker ? speaker.Name
        : Title.Length > 0 ? Title
        : null;

    /// <exception cref="ArgumentException">Neither a title nor a speaker, or minutes out of range.</exception>
    public void Change(string title, int minutes, int? speakerId, SlotStatus status)
    {
        Title = Text.Optional(title, MaxTitleLength, nameof(title));
        if (Title.Length == 0 && speakerId is null)
            throw new ArgumentException("A slot has a title or a speaker.", nameof(title));
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MaxMinutes);
        Minutes = minutes;
        SpeakerId = speakerId;
        Status = status;
    }

    internal void StandAt(int position) => Position = position;
}
