using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Rallies.Storage.Backups;

/// <summary>The tables of the site's own model, each after those it refers to.</summary>
internal static class TablesOfSite
{
    public static IReadOnlyList<BackupTable> Of(RalliesContext context)
    {
        var (ordered, left) = (
            new List<ITable>(),
            context.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList()
        );
        while (left.Count > 0)
        {
            var next = left.First(t => t.ForeignKeyConstraints.All(key => key.PrincipalTable == t || ordered.Contains(key.PrincipalTable)));
            left.Remove(next);
            ordered.Add(next);
        }
        return [.. ordered.Select(t => new BackupTable(t.Name, [.. t.Columns.Select(c => new BackupTable.Column(c.Name, KindOf(c)))], 0))];
    }

    private static ColumnKind KindOf(IColumn column)
    {
        // Where a document stands in a column, no property of the model does.
        if (column.PropertyMappings is not [{ Property: var property }, ..])
            return ColumnKind.Json;
        if (property.GetElementType() is { } element && ProviderType(element.GetTypeMapping()) == typeof(string))
            return ColumnKind.Texts;
        var type = ProviderType(column.StoreTypeMapping);
        return type switch
        {
            _ when type == typeof(string) => ColumnKind.Text,
            _ when type == typeof(int) || type == typeof(long) => ColumnKind.Number,
            _ when type == typeof(double) => ColumnKind.Real,
            _ when type == typeof(bool) => ColumnKind.Truth,
            _ when type == typeof(Guid) => ColumnKind.Uuid,
            _ when type == typeof(byte[]) => ColumnKind.Octets,
            _ => throw new InvalidOperationException($"{column.Table.Name}.{column.Name} is a {type}, which no backup knows how to keep."),
        };
    }

    private static Type ProviderType(CoreTypeMapping mapping)
    {
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
