using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain.Permissions;

namespace Rallies.Storage.Mapping;

internal sealed class DoorDeviceMapping : IEntityTypeConfiguration<DoorDevice>
{
    public void Configure(EntityTypeBuilder<DoorDevice> device)
    {
        device.Property(d => d.Id).ValueGeneratedNever();
        device.Property(d => d.TokenHash).HasMaxLength(32);
        device.HasIndex(d => d.TokenHash).IsUnique();
        device.HasOne<Grant>().WithMany().HasForeignKey(d => d.GrantId).OnDelete(DeleteBehavior.Cascade);
    }
}
