using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain;
using Rallies.Domain.Publishing;

namespace Rallies.Storage.Mapping;

internal sealed class CalendarEntryMapping : IEntityTypeConfiguration<CalendarEntry>
{
    public void Configure(EntityTypeBuilder<CalendarEntry> entry)
    {
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Words).HasMaxLength(32);
        entry.ComplexProperty(e => e.Told, Configure);
        entry.ComplexProperty(e => e.Before, Configure);
    }

    private static void Configure(ComplexPropertyBuilder<Occasion> occasion)
    {
        occasion.Property(o => o.ZoneId).HasMaxLength(60);
        occasion.Property(o => o.Place).HasMaxLength(MeetingPoint.MaxPlaceLength);
    }
}
