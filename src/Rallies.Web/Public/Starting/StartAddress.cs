using NodaTime;
using Rallies.Domain;
using Rallies.Web.Live;

namespace Rallies.Web.Public.Starting;

/// <summary>Where "Start a rally" leads: on the pages of a day that is not over straight to its form, elsewhere to the choice of days.</summary>
internal sealed class StartAddress(LiveBoard board, IClock clock)
{
    /// <param name="path">Of the page that links there.</param>
    public string From(string path) =>
        board.Find(path.Split('/', 3)[1]) is { } day && IsNotOver(day) ? Addresses.ForStart(day.Day) : Addresses.Start;

    // In the memory of the board alone, as every page asks. A day nobody has started for yet has all before it.
    private bool IsNotOver(DayBoard day) =>
        day.Rows.IsEmpty
        || day.Rows.Values.Any(r =>
            r.Status is not RallyStatus.Cancelled && (r.Open || r.StartsAt.ToInstant() > clock.GetCurrentInstant())
        );
}
