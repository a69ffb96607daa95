using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain;

namespace Rallies.Storage.Mapping;

internal sealed class DayOfActionMapping : IEntityTypeConfiguration<DayOfAction>
{
    public void Configure(EntityTypeBuilder<DayOfAction> day)
    {
        day.HasIndex(d => d.Slug).IsUnique();
        day.Property(d => d.Slug).HasMaxLength(60);
        day.Property(d => d.Name).HasMaxLength(DayOfAction.MaxNameLength);
        day.Property(d => d.Description).HasMaxLength(DayOfAction.MaxTextLength);
        day.Property(d => d.Hashtags).HasMaxLength(200);
        day.Property(d => d.ZoneId).HasMaxLength(60);
        day.Property(d => d.Version).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        day.Ignore(d => d.StartsAt);
        day.OwnsMany(d => d.CallsToAction, calls => calls.ToJson());
        day.Navigation(d => d.CallsToAction).HasField("callsToAction").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
