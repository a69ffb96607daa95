namespace Rallies.Domain.Merging;

/// <summary>Which rallies have become part of which, by their numbers. A survivor may in turn become part of another.</summary>
public sealed class Merges(IReadOnlyDictionary<int, int> into)
{
    /// <summary>Where people are sent: the rally itself, while it is one of its own.</summary>
    public int SurvivorOf(int rallyId)
    {
        while (into.TryGetValue(rallyId, out var next))
            rallyId = next;
        return rallyId;
    }

    /// <summary>The rally and all that has become part of it, directly or through another.</summary>
    public IReadOnlyList<int> PartsOf(int rallyId) => [rallyId, .. into.Keys.Where(part => LeadsTo(part, rallyId))];

    private bool LeadsTo(int part, int rallyId)
    {
        while (into.TryGetValue(part, out var next))
            if (next == rallyId)
                return true;
            else
                part = next;
        return false;
    }
}
