using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>Adds taps up, one after another in the order of the log.</summary>
internal sealed class Fold(HashSet<Guid> cancelled, Instant? closedAt)
{
    private readonly HashSet<string> doors = new(StringComparer.OrdinalIgnoreCase);
    private int entered;
    private int hereNow;
    private int peak;
    private int late;
    private Tap? estimate;
    private Tap? correction;
    private Instant? lastAt;

    public void Take(Tap tap)
    {
        lastAt = lastAt is { } last ? Instant.Max(last, tap.ReceivedAt) : tap.ReceivedAt;
        if (tap.Kind == TapKind.Correction)
            correction = tap;
        else if (tap.MadeAt > closedAt)
            late++;
        else if (!cancelled.Contains(tap.Id))
            Count(tap);
    }

    public Headcount Result(CheckedIn checkedIn)
    {
        var (kind, low, high) = Figure(checkedIn);
        var asOf =
            lastAt is { } tapped && checkedIn.LastAt is { } checkedInAt ? Instant.Max(tapped, checkedInAt) : lastAt ?? checkedIn.LastAt;
        return new Headcount(kind, low, high, entered, hereNow, peak, checkedIn.All, doors.Count, late, asOf);
    }

    private void Count(Tap tap)
    {
        switch (tap.Kind)
        {
            case TapKind.In:
                entered += tap.Count;
                hereNow += tap.Count;
                peak = Math.Max(peak, hereNow);
                doors.Add(DoorOf(tap));
                break;
            case TapKind.Out:
                hereNow = Math.Max(0, hereNow - tap.Count);
                doors.Add(DoorOf(tap));
                break;
            case TapKind.Estimate:
                estimate = tap;
                break;
        }
    }

    private (FigureKind Kind, int Low, int High) Figure(CheckedIn checkedIn) =>
        correction is { Low: { } low, High: { } high } ? (FigureKind.Corrected, low, high)
        : entered > 0 ? (FigureKind.Counted, peak, peak)
        : estimate is { Low: { } least, High: { } most } ? (FigureKind.Estimated, least, most)
        : checkedIn.All > 0 ? (FigureKind.CheckedIn, checkedIn.Sure, checkedIn.All)
        : (FigureKind.None, 0, 0);

    private static string DoorOf(Tap tap) => tap.Door.Length > 0 ? tap.Door : tap.Device.ToString();
}
