using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Rallies.Tests.Engines;

/// <summary>
/// Runs a theory once on each engine: <c>[Theory, EveryEngine] public async Task It_is_kept(Engine engine)</c>.
/// An engine this machine lacks is shown as skipped.
/// </summary>
public sealed class EveryEngineAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult(Rows(PostgresServer.WhyMissing));

    public override bool SupportsDiscoveryEnumeration() => true;

    internal static IReadOnlyCollection<ITheoryDataRow> Rows(string? whyNoPostgres) =>
        [new TheoryDataRow<Engine>(Engine.Sqlite), new TheoryDataRow<Engine>(Engine.Postgres) { Skip = whyNoPostgres }];
}
