namespace Rallies.Web.Rehearsing;

/// <summary>A day that carries the figures of a played night.</summary>
/// <param name="Since">When the latest began, ISO 8601; <see cref="UseCases.RehearseDay.Halted"/> while it is taken off.</param>
internal sealed record RehearsedDay(int DayId, string Day, string Since);
