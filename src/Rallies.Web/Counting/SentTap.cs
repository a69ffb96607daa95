using Rallies.Domain.Counting;

namespace Rallies.Web.Counting;

/// <summary>A tap as it came out of a request: readable, or refused before anybody looked at the log.</summary>
/// <param name="Id">As the device wrote it; null when there was none.</param>
/// <param name="Tap">Null exactly when there is a fault.</param>
internal sealed record SentTap(string? Id, Tap? Tap, Refusal? Fault);
