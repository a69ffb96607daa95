namespace Rallies.Web.Rehearsing;

/// <summary>A day that carries the figures of a played night.</summary>
/// <param name="Since">When the latest began, ISO 8601.</param>
internal sealed record RehearsedDay(int DayId, string Day, string Since);
