using NodaTime;
using Rallies.Calendars;
using Rallies.Domain.Publishing;

namespace Rallies.Web.Feeds;

/// <summary>Something calendars can carry, as it stands in the database.</summary>
/// <param name="Id">Its identity in calendars.</param>
/// <param name="IsShown">False while it is hidden, or nobody vouches for it.</param>
/// <param name="IsSettled">It is over, and stays as calendars were last told.</param>
/// <param name="ChangesAt">When time alone makes another event of it; null when it never does.</param>
/// <param name="Write">What calendars say of it, in the language of the moment; a change of state may be asked for as a notice.</param>
public sealed record Occurrence(
    Guid Id,
    Belonging Belongs,
    Occasion Occasion,
    Instant CreatedAt,
    bool IsShown,
    bool IsSettled,
    Instant? ChangesAt,
    Func<CalendarEntry, Instant, bool, CalendarEvent> Write
);
