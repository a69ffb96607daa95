namespace Rallies.Web.Live;

/// <summary>Which day's board is worth looking at this minute.</summary>
public sealed class OnNow(LiveBoard board)
{
    /// <summary>The day with the most rallies that are being counted; null while there is none.</summary>
    public DayBoard? Day =>
        board.Days.Select(d => (Day: d, Open: d.Rows.Values.Count(r => r.Open && r.IsLive))).Where(d => d.Open > 0).MaxBy(d => d.Open).Day;

    /// <summary>The same day's board while it is being counted.</summary>
    public DayBoard? Of(string day) => board.Find(day) is { } found && found.Rows.Values.Any(r => r.Open && r.IsLive) ? found : null;
}
