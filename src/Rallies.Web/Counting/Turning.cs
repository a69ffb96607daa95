using Rallies.Storage.Counting;

namespace Rallies.Web.Counting;

/// <summary>The hour has come at these rallies: their doors opened or closed, which everybody sees.</summary>
internal sealed class Turning(IReadOnlyCollection<int> rallyIds) : Work<Written>
{
    public override void Join(Batch batch)
    {
        batch.Touched.UnionWith(rallyIds);
        batch.Rallies.UnionWith(rallyIds);
    }

    protected override Written Say(Written written) => written;
}
