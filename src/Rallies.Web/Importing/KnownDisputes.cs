using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Storage;

namespace Rallies.Web.Importing;

/// <summary>
/// The disputes and picket lines that are here, read once, so that a list of thousands of rows finds each of its own at once; and
/// those that the rows before have named, numbered or begun, before any of it is stored.
/// </summary>
internal sealed class KnownDisputes
{
    private readonly Dictionary<string, Dispute> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<Dispute, string> numbers = [];
    private readonly Dictionary<string, List<Dispute>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Dispute, string> names = [];
    private readonly Dictionary<(Dispute Dispute, string Town, string Gate), KnownGate> gates = [];
    private readonly HashSet<string> slugs = new(StringComparer.Ordinal);

    private KnownDisputes() { }

    /// <param name="source">Whose list it is, as a slug: its own numbers count for it alone.</param>
    public static async Task<KnownDisputes> LoadAsync(RalliesContext context, string source, CancellationToken cancellation)
    {
        var known = new KnownDisputes();
        var disputes = await context.Disputes.OrderBy(d => d.Id).ToDictionaryAsync(d => d.Id, cancellation);
        foreach (var dispute in disputes.Values)
        {
            known.slugs.Add(dispute.Slug);
            known.Call(dispute, dispute.Union, dispute.Employer);
        }
        foreach (var imported in await context.ImportedDisputes.Where(i => i.Source == source).ToListAsync(cancellation))
            known.Number(disputes[imported.DisputeId], imported.ExternalId);
        foreach (var line in await context.PicketLines.OrderBy(l => l.Id).ToListAsync(cancellation))
            known.gates.TryAdd(Place(disputes[line.DisputeId], line.Town.Slug, line.Gate), new(line, line.First, line.Last, FileLine: 0));
        return known;
    }

    /// <summary>By the list's own number for it, else by union and employer unless that is another one of the list's, or is settled.</summary>
    public Dispute? DisputeOf(StrikeRow row) =>
        row.ExternalId is { } id && byNumber.TryGetValue(id, out var known)
            ? known
            : Namesakes(row).FirstOrDefault(d => row.ExternalId is null || !numbers.ContainsKey(d));

    public KnownGate? GateOf(Dispute dispute, StrikeRow row) => gates.GetValueOrDefault(Place(dispute, row));

    /// <summary>The list's number for another dispute of the same name that stands at the row's gate in the same weeks; null for none.</summary>
    public string? OtherNumberOf(StrikeRow row, Dispute? dispute) =>
        Namesakes(row).FirstOrDefault(d => d != dispute && numbers.ContainsKey(d) && GateOf(d, row)?.Meets(row) == true) is { } other
            ? numbers[other]
            : null;

    public bool IsNumber(string externalId) => byNumber.ContainsKey(externalId);

    /// <summary>A dispute that is not here.</summary>
    public Dispute Enter(StrikeRow row, Instant now)
    {
        var slug = (Slug.From(row.Employer) ?? new Slug("dispute")).FirstFree(slugs.Contains);
        slugs.Add(slug.Value);
        return new Dispute(slug, row.Union, row.Employer, DisputeStage.Action, row.Source, null, now);
    }

    /// <summary>From here on it is called as the row calls it.</summary>
    /// <returns>Whether the row gives it a number that nobody knew.</returns>
    public bool Call(Dispute dispute, StrikeRow row)
    {
        Call(dispute, row.Union, row.Employer);
        return row.ExternalId is { } id && Number(dispute, id);
    }

    public void Stand(Dispute dispute, StrikeRow row) =>
        gates[Place(dispute, row)] = new(GateOf(dispute, row)?.Line, row.First, row.Last, row.FileLine);

    private IEnumerable<Dispute> Namesakes(StrikeRow row)
    {
        var name = StrikeRow.NameOfDispute(row.Union, row.Employer);
        // What the list has renamed stands under both names.
        return byName.GetValueOrDefault(name, []).Where(d => d.Stage != DisputeStage.Settled && names[d] == name);
    }

    private void Call(Dispute dispute, string union, string employer)
    {
        var name = StrikeRow.NameOfDispute(union, employer);
        names[dispute] = name;
        if (!byName.TryGetValue(name, out var alike))
            byName[name] = alike = [];
        if (!alike.Contains(dispute))
            alike.Add(dispute);
    }

    private bool Number(Dispute dispute, string externalId)
    {
        numbers.TryAdd(dispute, externalId);
        return byNumber.TryAdd(externalId, dispute);
    }

    private static (Dispute Dispute, string Town, string Gate) Place(Dispute dispute, StrikeRow row) =>
        Place(dispute, row.Town.Slug.Value, row.Gate);

    private static (Dispute Dispute, string Town, string Gate) Place(Dispute dispute, string town, string gate) =>
        (dispute, town, StrikeRow.NameOfGate(gate));
}
