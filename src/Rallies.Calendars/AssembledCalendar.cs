using NodaTime;

namespace Rallies.Calendars;

/// <summary>A whole calendar as octets, ready to be sent.</summary>
/// <param name="Octets">UTF-8, from BEGIN:VCALENDAR to the last line break.</param>
/// <param name="Events">How many events it holds.</param>
/// <param name="LeftOut">How many events of its time had no room in it.</param>
/// <param name="ChangesAt">When time alone may make another calendar of the same events; nothing where it never does.</param>
public sealed record AssembledCalendar(ReadOnlyMemory<byte> Octets, int Events, int LeftOut, Instant? ChangesAt);
