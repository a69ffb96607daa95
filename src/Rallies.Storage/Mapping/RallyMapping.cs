using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain;

namespace Rallies.Storage.Mapping;

internal sealed class RallyMapping : IEntityTypeConfiguration<Rally>
{
    public void Configure(EntityTypeBuilder<Rally> rally)
    {
        rally.HasOne<DayOfAction>().WithMany().HasForeignKey(r => r.DayId).OnDelete(DeleteBehavior.Restrict);
        rally.HasIndex(r => new { r.DayId, r.Slug }).IsUnique();
        rally.Property(r => r.Slug).HasMaxLength(60);
        rally.Property(r => r.Name).HasMaxLength(Rally.MaxNameLength);
        rally.Property(r => r.Organiser).HasMaxLength(Rally.MaxNameLength);
        rally.Property(r => r.Description).HasMaxLength(Rally.MaxDescriptionLength);
        rally.HasIndex(r => r.MergedIntoId); // no foreign key: SQLite would have to write the whole table anew for one
        rally.Property(r => r.MergedBecause).HasMaxLength(Rally.MaxReasonLength);
        rally.HasIndex(r => r.StartedBy).IsUnique();
        rally.Property(r => r.DifferentBecause).HasMaxLength(Rally.MaxReasonLength);
        rally.Property(r => r.CalledOffBecause).HasMaxLength(Rally.MaxReasonLength);
        rally.Property(r => r.HiddenBecause).HasMaxLength(Rally.MaxReasonLength);
        rally.ComplexProperty(r => r.Town, RallyTownMapping.Configure);
        rally.OwnsOne(
            r => r.MeetingPoint,
            place =>
            {
                place.Property(p => p.Place).HasMaxLength(MeetingPoint.MaxPlaceLength);
                place.Property(p => p.Directions).HasMaxLength(MeetingPoint.MaxDirectionsLength);
                place.Ignore(p => p.Coordinates);
            }
        );
        rally.ComplexProperty(r => r.Access, access => access.Property(a => a.NearestStop).HasMaxLength(Access.MaxNearestStopLength));
        rally.Ignore(r => r.Coordinates);
    }
}
