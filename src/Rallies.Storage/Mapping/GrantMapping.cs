using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain;
using Rallies.Domain.Permissions;

namespace Rallies.Storage.Mapping;

internal sealed class GrantMapping : IEntityTypeConfiguration<Grant>, IEntityTypeConfiguration<ContactConfirmation>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.HasIndex(g => g.SecretHash).IsUnique();
        grant.Property(g => g.SecretHash).HasMaxLength(32);
        grant.Property(g => g.Name).HasMaxLength(Grant.MaxNameLength);
        grant.HasOne<Rally>().WithMany().HasForeignKey(g => g.RallyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ContactConfirmation> confirmation)
    {
        confirmation.Property(c => c.SecretHash).HasMaxLength(32);
        confirmation.HasIndex(c => c.SecretHash).IsUnique();
        confirmation.HasOne<Rally>().WithMany().HasForeignKey(c => c.RallyId).OnDelete(DeleteBehavior.Cascade);
    }
}
