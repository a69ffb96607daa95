namespace Rallies.Web.Public.Subscribing;

/// <summary>A rule of how feeds go out, and whether this one keeps it.</summary>
/// <param name="Code">"B8", or "H1" to "H10": its sentence's name.</param>
public sealed record DeliveryRule(string Code, bool IsKept);
