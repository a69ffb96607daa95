using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Disputes;
using Rallies.Storage;

namespace Rallies.Web.Importing;

/// <summary>The disputes and picket lines that are here, read once, so that a list of thousands of rows finds each of its own at once.</summary>
internal sealed class KnownDisputes
{
    private readonly Dictionary<string, Dispute> byId = new(StringComparer.Ordinal);
    private readonly HashSet<Dispute> identified = [];
    private readonly Dictionary<string, List<Dispute>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<(Dispute Dispute, string Town, string Gate), PicketLine> lines = [];
    private readonly HashSet<string> slugs = new(StringComparer.Ordinal);

    private KnownDisputes() { }

    /// <param name="source">Whose list it is, as a slug: its own numbers count for it alone.</param>
    public static async Task<KnownDisputes> LoadAsync(RalliesContext context, string source, CancellationToken cancellation)
    {
        var known = new KnownDisputes();
        var disputes = await context.Disputes.OrderBy(d => d.Id).ToDictionaryAsync(d => d.Id, cancellation);
        foreach (var dispute in disputes.Values)
            known.Add(dispute);
        foreach (var imported in await context.ImportedDisputes.Where(i => i.Source == source).ToListAsync(cancellation))
            known.Identify(disputes[imported.DisputeId], imported.ExternalId);
        foreach (var line in await context.PicketLines.OrderBy(l => l.Id).ToListAsync(cancellation))
            known.Add(disputes[line.DisputeId], line);
        return known;
    }

    /// <summary>By the list's own number for it, else by union and employer unless that is another one of the list's, or is settled.</summary>
    public Dispute? DisputeOf(StrikeRow row)
    {
        if (row.ExternalId is { } id && byId.TryGetValue(id, out var known))
            return known;
        var name = StrikeRow.NameOfDispute(row.Union, row.Employer);
        // What the list has renamed stands under both names.
        return byName
            .GetValueOrDefault(name)
            ?.Find(d => d.Stage != DisputeStage.Settled && (row.ExternalId is null || !identified.Contains(d)) && NameOf(d) == name);
    }

    public PicketLine? LineOf(Dispute dispute, StrikeRow row) =>
        lines.GetValueOrDefault((dispute, row.Town.Slug.Value, StrikeRow.NameOfGate(row.Gate)));

    public bool IsIdentified(string externalId) => byId.ContainsKey(externalId);

    public bool IsTaken(string slug) => slugs.Contains(slug);

    /// <summary>A dispute that is new, or has a new name.</summary>
    public void Add(Dispute dispute)
    {
        slugs.Add(dispute.Slug);
        if (!byName.TryGetValue(NameOf(dispute), out var alike))
            byName[NameOf(dispute)] = alike = [];
        if (!alike.Contains(dispute))
            alike.Add(dispute);
    }

    public void Add(Dispute dispute, PicketLine line) => lines.TryAdd((dispute, line.Town.Slug, StrikeRow.NameOfGate(line.Gate)), line);

    /// <returns>Whether the list has not said so before.</returns>
    public bool Identify(Dispute dispute, string externalId)
    {
        identified.Add(dispute);
        return byId.TryAdd(externalId, dispute);
    }

    private static string NameOf(Dispute dispute) => StrikeRow.NameOfDispute(dispute.Union, dispute.Employer);
}
