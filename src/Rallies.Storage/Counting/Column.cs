using System.Data;

namespace Rallies.Storage.Counting;

/// <summary>A column of a table that is written without EF: its name, its type, and where its value comes from.</summary>
internal sealed record Column<T>(string Name, DbType Type, Func<T, object?> Value);
