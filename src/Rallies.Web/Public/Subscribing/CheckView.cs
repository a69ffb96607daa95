using Rallies.Calendars.Checking;

namespace Rallies.Web.Public.Subscribing;

/// <summary>What can be checked, and what was.</summary>
/// <param name="Feeds">To choose from, by their paths.</param>
/// <param name="Chosen">The address that was typed or chosen; null when there was none.</param>
public sealed record CheckView(IReadOnlyList<(string Name, string Path)> Feeds, string? Chosen = null)
{
    /// <summary>The name of the sentence that says why nothing was checked.</summary>
    public string? Trouble { get; init; }

    /// <summary>The field to which the trouble belongs.</summary>
    public bool IsTroubleOfFile { get; init; }

    /// <summary>What was checked, as its sender calls it.</summary>
    public string Subject { get; init; } = "";

    public CalendarCheck? File { get; init; }

    /// <summary>Of a feed of this site, how it goes out.</summary>
    public IReadOnlyList<DeliveryRule> Delivery { get; init; } = [];

    public IReadOnlyList<DeliveryRule> BrokenDelivery => [.. Delivery.Where(rule => !rule.IsKept)];

    public int Faults => Count(Weight.Fault) + BrokenDelivery.Count;

    public int Advice => Count(Weight.Advice);

    public int Rules => (File?.Rules.Count ?? 0) + Delivery.Count;

    private int Count(Weight weight) => File?.Findings.Count(finding => finding.Weight == weight) ?? 0;
}
