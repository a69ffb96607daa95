namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Everything that a browser's private links reach.</summary>
/// <param name="Days">The days of action, newest first; null for whoever is no admin.</param>
public sealed record Reach(IReadOnlyList<RallyLine> Rallies, IReadOnlyList<DayLine>? Days)
{
    public bool IsEmpty => Rallies.Count == 0 && Days is null;
}
