using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Storage.Outbox;

namespace Rallies.Storage.Mapping;

internal sealed class SiteMapping
    : IEntityTypeConfiguration<SiteFact>,
        IEntityTypeConfiguration<KeyRingEntry>,
        IEntityTypeConfiguration<WaitingMail>
{
    public void Configure(EntityTypeBuilder<SiteFact> fact)
    {
        fact.HasKey(f => f.Name);
        fact.Property(f => f.Name).HasMaxLength(60);
        fact.Property(f => f.Value).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<KeyRingEntry> entry)
    {
        entry.Property(e => e.FriendlyName).HasMaxLength(200);
        entry.Property(e => e.Xml);
    }

    public void Configure(EntityTypeBuilder<WaitingMail> mail)
    {
        mail.ToTable("Outbox");
        mail.Property(m => m.RecipientHash).HasMaxLength(32);
        mail.HasIndex(m => new { m.RecipientHash, m.WrittenAt });
        mail.HasIndex(m => new { m.SentAt, m.NextAttemptAt });
        mail.Property(m => m.SealedRecipient);
        mail.Property(m => m.SealedSubject);
        mail.Property(m => m.SealedBody);
    }
}
