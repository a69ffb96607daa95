using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain;
using Rallies.Domain.Speakers;

namespace Rallies.Storage.Mapping;

internal sealed class SpeakerMapping : IEntityTypeConfiguration<Speaker>, IEntityTypeConfiguration<Slot>, IEntityTypeConfiguration<Cue>
{
    public void Configure(EntityTypeBuilder<Speaker> speaker)
    {
        speaker.Property(s => s.Slug).HasMaxLength(60);
        speaker.HasIndex(s => s.Slug).IsUnique();
        speaker.Property(s => s.Name).HasMaxLength(Speaker.MaxNameLength);
        speaker.Property(s => s.Organisation).HasMaxLength(Speaker.MaxNameLength);
    }

    public void Configure(EntityTypeBuilder<Slot> slot)
    {
        slot.Property(s => s.Id).ValueGeneratedNever();
        slot.Property(s => s.Title).HasMaxLength(Slot.MaxTitleLength);
        slot.Ignore(s => s.Lasts);
        slot.Ignore(s => s.Billed);
        slot.HasOne<Rally>().WithMany().HasForeignKey(s => s.RallyId).OnDelete(DeleteBehavior.Cascade);
        slot.HasOne(s => s.Speaker).WithMany().HasForeignKey(s => s.SpeakerId).OnDelete(DeleteBehavior.Restrict);
        slot.HasIndex(s => new { s.RallyId, s.Position });
    }

    // A slot taken out of the order leaves what was said of it: the clock then decides.
    public void Configure(EntityTypeBuilder<Cue> cue)
    {
        cue.Property(c => c.Id).ValueGeneratedNever();
        cue.HasOne<Rally>().WithMany().HasForeignKey(c => c.RallyId).OnDelete(DeleteBehavior.Cascade);
        cue.HasIndex(c => new { c.RallyId, c.At });
    }
}
