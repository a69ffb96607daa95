namespace Rallies.Calendars;

/// <summary>Where an event can be heard and seen from afar (RFC 7986 §5.11), with a label such as "Live stream".</summary>
public sealed record Conference(Uri Address, string? Label = null);
