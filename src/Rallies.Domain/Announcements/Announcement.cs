using NodaTime;

namespace Rallies.Domain.Announcements;

/// <summary>A sentence to everybody who watches a rally, or a whole day. Kept for good, shown for two hours unless it is taken back.</summary>
public sealed class Announcement
{
    public const int MaxTextLength = 280;
    public const int MaxReasonLength = 500;
    public static readonly Duration ShownFor = Duration.FromHours(2);

    /// <param name="id">Made with the form, so that a sentence sent twice is said once.</param>
    /// <param name="rallyId">Null: to everybody who watches the day.</param>
    public Announcement(Guid id, int dayId, int? rallyId, string text, Instant now)
    {
        (Id, DayId, RallyId, MadeAt) = (id, dayId, rallyId, now);
        Text = Domain.Text.Required(text, MaxTextLength, nameof(text));
    }

    private Announcement() { }

    public Guid Id { get; private set; }
    public int DayId { get; private set; }
    public int? RallyId { get; private set; }

    /// <summary>Plain; links in it lead nowhere.</summary>
    public string Text { get; private set; } = "";
    public Instant MadeAt { get; private set; }
    public Instant? TakenBackAt { get; private set; }

    /// <summary>Why an admin took it down; empty when whoever made it took it back.</summary>
    public string TakenBackBecause { get; private set; } = "";

    public bool TakeBack(string because, Instant now)
    {
        if (TakenBackAt is not null)
            return false;
        TakenBackBecause = Domain.Text.Optional(because, MaxReasonLength, nameof(because));
        TakenBackAt = now;
        return true;
    }
}
