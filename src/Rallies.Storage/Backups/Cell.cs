using System.Data;
using System.Data.Common;
using System.Text.Json;

namespace Rallies.Storage.Backups;

/// <summary>One value, between a database and a line of JSON.</summary>
internal static class Cell
{
    public static void Write(Utf8JsonWriter json, DbDataReader row, int column, ColumnKind kind)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNullValue();
            return;
        }
        switch (kind)
        {
            case ColumnKind.Number:
                json.WriteNumberValue(row.GetInt64(column));
                break;
            case ColumnKind.Real:
                json.WriteNumberValue(row.GetDouble(column));
                break;
            case ColumnKind.Truth:
                json.WriteBooleanValue(row.GetBoolean(column));
                break;
            case ColumnKind.Uuid:
                json.WriteStringValue(row.GetGuid(column));
                break;
            case ColumnKind.Octets:
                json.WriteBase64StringValue((byte[])row.GetValue(column));
                break;
            case ColumnKind.Texts when row.GetValue(column) is string[] texts:
                JsonSerializer.Serialize(json, texts);
                break;
            case ColumnKind.Texts:
                json.WriteRawValue(row.GetString(column));
                break;
            default:
                json.WriteStringValue(row.GetString(column));
                break;
        }
    }

    /// <exception cref="FormatException">It is not of this kind.</exception>
    /// <exception cref="InvalidOperationException">It is not of this kind.</exception>
    public static object Read(JsonElement value, ColumnKind kind, bool isPostgres) =>
        value.ValueKind == JsonValueKind.Null
            ? DBNull.Value
            : kind switch
            {
                ColumnKind.Number => value.GetInt64(),
                ColumnKind.Real => value.GetDouble(),
                ColumnKind.Truth => value.GetBoolean(),
                ColumnKind.Uuid => value.GetGuid(),
                ColumnKind.Octets => value.GetBytesFromBase64(),
                ColumnKind.Texts when isPostgres => value.EnumerateArray().Select(text => text.GetString()!).ToArray(),
                ColumnKind.Texts => value.GetRawText(),
                _ => value.GetString()!,
            };

    /// <summary>Null where the value itself tells.</summary>
    public static DbType? TypeOf(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Texts => null,
            ColumnKind.Number => DbType.Int64,
            ColumnKind.Real => DbType.Double,
            ColumnKind.Truth => DbType.Boolean,
            ColumnKind.Uuid => DbType.Guid,
            ColumnKind.Octets => DbType.Binary,
            _ => DbType.String,
        };
}
