using NodaTime;
using Rallies.Domain;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>A day of action in a list.</summary>
public sealed record DayLine(string Slug, string Name, LocalDateTime StartsAt, string ZoneId, DayStatus Status, int Rallies);
