using NodaTime;
using Rallies.Domain.Publishing;

namespace Rallies.Web.UseCases;

/// <summary>What calendars are to say of an event.</summary>
/// <param name="Id">Its identity in calendars.</param>
/// <param name="CreatedAt">When it was first made.</param>
/// <param name="IsShown">Whether any calendar carries it.</param>
/// <param name="IsSettled">It is over: calendars keep it as they were last told, whatever is confirmed or forgotten later.</param>
/// <param name="Words">A hash of all they show of it, apart from the stamps, which the entry gives; null when it cannot be written.</param>
public sealed record Telling(
    Guid Id,
    Occasion Occasion,
    Instant CreatedAt,
    bool IsShown,
    bool IsSettled,
    Func<CalendarEntry, byte[]?> Words
);
