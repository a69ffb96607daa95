using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Merging;

/// <summary>What a rally could become part of, and the use case that makes it so and undoes it.</summary>
internal sealed class MergeDesk(MergeReads reads, MergeRallies merge, Visitor visitor)
{
    public async Task<IReadOnlyList<MergeChoice>> ChoicesAsync(int rallyId) =>
        await reads.ChoicesAsync(await visitor.GrantsAsync(), rallyId, default);

    public Task<MergePreview> PreviewAsync(int rallyId, int survivor) => reads.PreviewAsync(rallyId, survivor, default);

    public async Task<MergeRallies.Outcome> MergeAsync(int rallyId, int survivor, string because) =>
        await merge.MergeAsync(await visitor.GrantsAsync(), rallyId, survivor, because.Trim(), default);

    public async Task<MergeRallies.Outcome> UndoAsync(int rallyId) => await merge.UndoAsync(await visitor.GrantsAsync(), rallyId, default);
}
