using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain;
using Rallies.Domain.Pledges;

namespace Rallies.Storage.Mapping;

internal sealed class PledgeMapping : IEntityTypeConfiguration<Pledge>, IEntityTypeConfiguration<PersonalCalendar>
{
    public void Configure(EntityTypeBuilder<Pledge> pledge)
    {
        pledge.Property(p => p.Id).ValueGeneratedNever();
        pledge.HasOne<Rally>().WithMany().HasForeignKey(p => p.RallyId).OnDelete(DeleteBehavior.Cascade);
        pledge.Property(p => p.SecretHash).HasMaxLength(32);
        pledge.HasIndex(p => p.SecretHash).IsUnique();
        pledge.Property(p => p.MailSecretHash).HasMaxLength(32);
        pledge.HasIndex(p => p.MailSecretHash).IsUnique();
        pledge.Property(p => p.MailHash).HasMaxLength(32);
        pledge.HasIndex(p => p.MailHash);
        pledge.Property(p => p.Language).HasMaxLength(10);
        pledge.HasOne<PersonalCalendar>().WithMany().HasForeignKey(p => p.PersonalCalendarId).OnDelete(DeleteBehavior.SetNull);
        pledge.Ignore(p => p.People);
    }

    public void Configure(EntityTypeBuilder<PersonalCalendar> calendar)
    {
        calendar.Property(c => c.SecretHash).HasMaxLength(32);
        calendar.HasIndex(c => c.SecretHash).IsUnique();
    }
}
