using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain;
using Rallies.Domain.Disputes;

namespace Rallies.Storage.Mapping;

internal sealed class DisputeMapping
    : IEntityTypeConfiguration<Dispute>,
        IEntityTypeConfiguration<PicketLine>,
        IEntityTypeConfiguration<PicketShift>
{
    public void Configure(EntityTypeBuilder<Dispute> dispute)
    {
        dispute.Property(d => d.Slug).HasMaxLength(60);
        dispute.HasIndex(d => d.Slug).IsUnique();
        dispute.Property(d => d.Union).HasMaxLength(Dispute.MaxNameLength);
        dispute.Property(d => d.Employer).HasMaxLength(Dispute.MaxNameLength);
        dispute.Property(d => d.Demands).HasMaxLength(Dispute.MaxTextLength);
        dispute.Property(d => d.Help).HasMaxLength(Dispute.MaxTextLength);
        dispute.Property(d => d.SourceUrl).HasMaxLength(WebAddress.MaxLength);
        dispute.Property(d => d.StrikeFundUrl).HasMaxLength(WebAddress.MaxLength);
        dispute.Property(d => d.PetitionUrl).HasMaxLength(WebAddress.MaxLength);
        dispute.HasOne<Rally>().WithMany().HasForeignKey(d => d.ProposedByRallyId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<PicketLine> line)
    {
        line.HasOne<Dispute>().WithMany().HasForeignKey(l => l.DisputeId).OnDelete(DeleteBehavior.Cascade);
        line.Property(l => l.Gate).HasMaxLength(PicketLine.MaxGateLength);
        line.Property(l => l.Days).HasConversion<int>();
        line.ComplexProperty(l => l.Town, RallyTownMapping.Configure);
        line.PrimitiveCollection(l => l.Exceptions).HasField("exceptions").ElementType().HasConversion<LocalDateToText>();
        line.Ignore(l => l.Coordinates);
        line.HasQueryFilter(l => l.RemovedAt == null); // its shifts still tell calendars that it is called off
    }

    public void Configure(EntityTypeBuilder<PicketShift> shift)
    {
        shift.HasOne<PicketLine>().WithMany().HasForeignKey(s => s.LineId).OnDelete(DeleteBehavior.Cascade);
        shift
            .HasIndex(s => new
            {
                s.LineId,
                s.Date,
                s.Ordinal,
            })
            .IsUnique();
        shift.HasIndex(s => s.CalendarId).IsUnique();
    }
}
