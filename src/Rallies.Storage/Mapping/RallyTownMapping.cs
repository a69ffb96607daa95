using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rallies.Domain;

namespace Rallies.Storage.Mapping;

/// <summary>A remembered town in the columns of whatever stands in it.</summary>
internal static class RallyTownMapping
{
    public static void Configure(ComplexPropertyBuilder<RallyTown> town)
    {
        town.Property(t => t.Slug).HasMaxLength(60);
        town.Property(t => t.Name).HasMaxLength(200);
        town.Property(t => t.Region).HasMaxLength(60);
        town.Property(t => t.Country).HasMaxLength(2);
        town.Property(t => t.ZoneId).HasMaxLength(60);
        town.Ignore(t => t.Coordinates);
        town.Ignore(t => t.Zone);
    }
}
