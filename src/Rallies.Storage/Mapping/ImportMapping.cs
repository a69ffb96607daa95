using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Domain.Importing;

namespace Rallies.Storage.Mapping;

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportedEvent>, IEntityTypeConfiguration<ImportedDispute>
{
    public void Configure(EntityTypeBuilder<ImportedEvent> imported)
    {
        imported.Property(i => i.Source).HasMaxLength(Slug.LongestLength);
        imported.Property(i => i.Uid).HasMaxLength(ImportedEvent.MaxUidLength);
        imported.Property(i => i.RecurrenceId).HasMaxLength(ImportedEvent.MaxRecurrenceIdLength);
        imported
            .HasIndex(i => new
            {
                i.Source,
                i.Uid,
                i.RecurrenceId,
            })
            .IsUnique();
        imported.Property(i => i.Told).HasMaxLength(32);
        imported.Property(i => i.Left).HasMaxLength(32);
        imported.HasOne<Rally>().WithMany().HasForeignKey(i => i.RallyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ImportedDispute> imported)
    {
        imported.Property(i => i.Source).HasMaxLength(Slug.LongestLength);
        imported.Property(i => i.ExternalId).HasMaxLength(ImportedDispute.MaxExternalIdLength);
        imported.HasIndex(i => new { i.Source, i.ExternalId }).IsUnique();
        imported.HasOne<Dispute>().WithMany().HasForeignKey(i => i.DisputeId).OnDelete(DeleteBehavior.Cascade);
    }
}
