using Rallies.Domain.Speakers;

namespace Rallies.Storage;

/// <summary>What chairs have said.</summary>
public static class Cues
{
    /// <summary>Those of a rally that were not taken back, the latest first.</summary>
    public static IQueryable<Cue> Latest(this IQueryable<Cue> cues, int rallyId) =>
        cues.Where(c => c.RallyId == rallyId && c.TakenBackAt == null).OrderByDescending(c => c.At).ThenByDescending(c => c.Id);
}
