namespace Rallies.Web.Live;

/// <summary>Which day's board is worth looking at this minute.</summary>
public sealed class OnNow(LiveBoard board)
{
    /// <summary>The day with the most rallies that are being counted; null while there is none.</summary>
    public DayBoard? Day => board.Days.Where(d => OpenOn(d) > 0).MaxBy(OpenOn);

    /// <summary>The same day's board while it is being counted.</summary>
    public DayBoard? Of(string day) => board.Find(day) is { } found && OpenOn(found) > 0 ? found : null;

    private static int OpenOn(DayBoard day) => day.Rows.Values.Count(r => r.Open && r.IsLive);
}
