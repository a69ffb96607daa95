using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain;
using Rallies.Domain.Counting;

namespace Rallies.Storage.Mapping;

// Append-only, and written by CountJournal alone; the names here are the columns it writes.
internal sealed class CountMapping : IEntityTypeConfiguration<Tap>, IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<Tap> tap)
    {
        tap.ToTable("Taps");
        tap.Property(t => t.Id).ValueGeneratedNever();
        tap.HasIndex(t => t.RallyId);
        tap.HasOne<Rally>().WithMany().HasForeignKey(t => t.RallyId).OnDelete(DeleteBehavior.Restrict);
        tap.Property(t => t.Door).HasMaxLength(Tap.MaxDoorLength);
        tap.Property(t => t.Method).HasMaxLength(Tap.MaxMethodLength);
        tap.Property(t => t.Reason).HasMaxLength(Tap.MaxReasonLength);
        tap.Ignore(t => t.PlacedAt);
        tap.Ignore(t => t.MadeAt);
    }

    public void Configure(EntityTypeBuilder<CheckIn> checkIn)
    {
        checkIn.ToTable("CheckIns");
        checkIn.Property(c => c.Id).ValueGeneratedNever();
        checkIn.HasIndex(c => c.RallyId);
        checkIn.HasOne<Rally>().WithMany().HasForeignKey(c => c.RallyId).OnDelete(DeleteBehavior.Restrict);
        checkIn.Ignore(c => c.People);
        checkIn.Ignore(c => c.MadeAt);
    }
}
