namespace Rallies.Storage.Engines;

/// <summary>The databases a site may live in.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
