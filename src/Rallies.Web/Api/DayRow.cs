using Rallies.Domain;
using Rallies.Web.Reads;

namespace Rallies.Web.Api;

/// <summary>A day of action: when its hour strikes in its own zone, and how many rallies it has.</summary>
public sealed record DayRow(string Slug, string Name, DayStatus Status, DateTimeOffset StartsAt, string TimeZone, int Rallies)
{
    public static DayRow Of(ListedDay day) =>
        new(day.Slug, day.Name, day.Status, day.Starts.InZone(day.Zone).ToDateTimeOffset(), day.ZoneId, day.Rallies);
}
