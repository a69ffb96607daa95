using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain;
using Rallies.Domain.Announcements;

namespace Rallies.Storage.Mapping;

internal sealed class AnnouncementMapping : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> announcement)
    {
        announcement.Property(a => a.Id).ValueGeneratedNever();
        announcement.Property(a => a.Text).HasMaxLength(Announcement.MaxTextLength);
        announcement.Property(a => a.TakenBackBecause).HasMaxLength(Announcement.MaxReasonLength);
        announcement.HasOne<DayOfAction>().WithMany().HasForeignKey(a => a.DayId).OnDelete(DeleteBehavior.Cascade);
        announcement.HasOne<Rally>().WithMany().HasForeignKey(a => a.RallyId).OnDelete(DeleteBehavior.Cascade);
        announcement.HasIndex(a => new { a.DayId, a.MadeAt });
    }
}
