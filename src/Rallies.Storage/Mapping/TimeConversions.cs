using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Rallies.Storage.Mapping;

// NodaTime in columns, the same on both engines: instants as Unix milliseconds (SQLite cannot order DateTimeOffset),
// wall-clock values as ISO 8601 text, which sorts as it reads.

internal sealed class InstantToUnixMilliseconds()
    : ValueConverter<Instant, long>(instant => instant.ToUnixTimeMilliseconds(), stored => Instant.FromUnixTimeMilliseconds(stored));

internal sealed class DurationToMinutes()
    : ValueConverter<Duration, int>(duration => (int)duration.TotalMinutes, stored => Duration.FromMinutes(stored));

internal sealed class LocalDateToText()
    : ValueConverter<LocalDate, string>(date => LocalDatePattern.Iso.Format(date), stored => LocalDatePattern.Iso.Parse(stored).Value);

internal sealed class LocalTimeToText()
    : ValueConverter<LocalTime, string>(time => Minutes.Format(time), stored => Minutes.Parse(stored).Value)
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
}

internal sealed class LocalDateTimeToText()
    : ValueConverter<LocalDateTime, string>(local => Minutes.Format(local), stored => Minutes.Parse(stored).Value)
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");
}
