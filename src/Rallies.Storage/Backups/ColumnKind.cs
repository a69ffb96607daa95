namespace Rallies.Storage.Backups;

/// <summary>What a column holds, whichever engine it is in.</summary>
public enum ColumnKind
{
    Text,

    /// <summary>A list of texts: an array on PostgreSQL, a JSON text on SQLite.</summary>
    Texts,
    Json,

    /// <summary>Up to 64 bits.</summary>
    Number,
    Real,
    Truth,
    Uuid,

    /// <summary>Base64 in the file.</summary>
    Octets,
}
