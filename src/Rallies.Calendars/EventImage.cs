namespace Rallies.Calendars;

/// <summary>A small picture for an event (RFC 7986 §5.10), by address and, where known, its media type such as <c>image/png</c>.</summary>
public sealed record EventImage(Uri Address, string? MediaType = null);
