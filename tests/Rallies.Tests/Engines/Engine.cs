namespace Rallies.Tests.Engines;

/// <summary>What the site may remember in; every storage test runs on each (<see cref="EveryEngineAttribute"/>).</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
