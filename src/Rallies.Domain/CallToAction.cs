using NodaTime;

namespace Rallies.Domain;

/// <summary>Something to do beside coming: sign, answer, register.</summary>
public sealed record CallToAction
{
    public CallToAction(CallToActionKind kind, string label, string url, LocalDate? deadline)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        Kind = kind;
        Label = label.Trim();
        Url = WebAddress.Require(url);
        Deadline = deadline;
    }

    public CallToActionKind Kind { get; private init; }
    public string Label { get; private init; }

    /// <summary>An absolute http or https address.</summary>
    public string Url { get; private init; }
    public LocalDate? Deadline { get; private init; }
}
