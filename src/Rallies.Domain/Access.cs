namespace Rallies.Domain;

/// <summary>What somebody needs to know to take part with their body, their ears, their children. "Not known" is said, not hidden.</summary>
public sealed record Access
{
    public const int MaxNearestStopLength = 120;

    public AccessFact StepFree { get; init; }
    public AccessFact Seating { get; init; }
    public AccessFact SignLanguage { get; init; }
    public AccessFact HearingLoop { get; init; }
    public AccessFact Toilets { get; init; }
    public AccessFact QuietPlace { get; init; }
    public AccessFact ChildrenWelcome { get; init; }
    public AccessFact Childcare { get; init; }

    /// <summary>The nearest stop, as people there say it; empty when not known.</summary>
    public string NearestStop { get; init; } = "";
}
