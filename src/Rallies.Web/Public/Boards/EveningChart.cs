using System.Globalization;
using System.Text;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Live;

namespace Rallies.Web.Public.Boards;

/// <summary>
/// The evening as paths of an SVG: steps, as nothing was known in between, and under the line what it rests on. chart.ts draws the same.
/// </summary>
public sealed class EveningChart
{
    public const int Width = 800;
    public const int Height = 260;
    private const int Right = 12;
    private const int Top = 34;
    private const int Bottom = 42;
    private const int MostLabels = 6;
    private const int RoomForGrid = 150;
    private const double HalfALetter = 7.75; // on a phone, where they are largest
    private static readonly int[] hourSteps = [1, 2, 3, 4, 6, 12, 24];
    private readonly IReadOnlyList<EveningStep> steps;

    /// <param name="steps">In order; may be empty.</param>
    /// <param name="now">Where the line ends.</param>
    public EveningChart(IReadOnlyList<EveningStep> steps, Instant startsAt, Instant now)
    {
        var first = steps.Select(s => s.Minute).Append(startsAt - Duration.FromHours(1)).Append(now).Min();
        var last = Instant.Max(startsAt + Duration.FromHours(2), now);
        // Whole hours from the start, so that the start itself is on the scale.
        From = startsAt - Duration.FromHours(Math.Ceiling((startsAt - first).TotalHours));
        HourStep = hourSteps.First(h => h == 24 || (last - From).TotalHours <= h * MostLabels);
        To = From + Duration.FromHours(Math.Max(1, Math.Ceiling((last - From).TotalHours / HourStep)) * HourStep);
        (Now, Starts) = (now, startsAt);
        this.steps = [new EveningStep(From, default), .. steps];
        Most = TopFor(this.steps.Max(s => s.High));
    }

    public Instant From { get; }
    public Instant To { get; }
    public Instant Now { get; }
    public Instant Starts { get; }
    public int HourStep { get; }

    /// <summary>People at the top of the scale: a round number, and so is its half.</summary>
    public int Most { get; }

    /// <summary>The high steps there, the low steps back.</summary>
    public string Range
    {
        get
        {
            var path = Line(s => s.High).Append(CultureInfo.InvariantCulture, $"V{Tenth(Y(steps[^1].Low))}");
            for (var i = steps.Count - 1; i > 0; i--)
                path.Append(CultureInfo.InvariantCulture, $"H{Tenth(X(steps[i].Minute))}V{Tenth(Y(steps[i - 1].Low))}");
            return path.Append("H0Z").ToString();
        }
    }

    public string Low => Line(s => s.Low).ToString();

    public EveningStep Last => steps[^1];

    /// <summary>The first step at which it was most; null while nobody was counted.</summary>
    public EveningStep? Peak => steps.MaxBy(s => s.High) is { High: > 0 } most ? most : null;

    /// <summary>
    /// From the top down, each from the ground to where it ends: drawn in this order, the next leaves of each what is its own. Empty for
    /// what never was.
    /// </summary>
    public IEnumerable<(FigureKind Kind, string Area)> Layers =>
        FigureSources.Kinds.Reverse().Select(kind => (kind, Has(kind) ? Area(kind) : ""));

    /// <summary>Each hour of the scale since somebody was counted, the peak and the end, in order.</summary>
    public IEnumerable<(Instant At, EveningStep Step, bool IsPeak)> Moments
    {
        get
        {
            if (Peak is not { } peak)
                return [];
            var first = steps[1].Minute;
            return Hours
                .Where(hour => hour >= first && hour <= Now)
                .Append(peak.Minute)
                .Append(FigureHistory.MinuteOf(Now))
                .Distinct()
                .Order()
                .Select(at => (at, steps.Last(s => s.Minute <= at), at == peak.Minute));
        }
    }

    /// <summary>Where the words at the peak stand, beside those of the scale.</summary>
    public static (double X, string Anchor) WordsAt(double x, int letters)
    {
        var half = letters * HalfALetter;
        if (x > Width * 0.7)
            return x - 2 * half < RoomForGrid ? (RoomForGrid, "start") : (x, "end");
        if (x < Width * 0.3)
            return (Math.Max(x, RoomForGrid), "start");
        return x - half < RoomForGrid ? (RoomForGrid, "start") : (x, "middle");
    }

    /// <summary>Somebody's figure rested on it at some time.</summary>
    public bool Has(FigureKind kind) => steps.Any(s => s.Sources.Of(kind).High > 0);

    public IEnumerable<Instant> Hours =>
        Enumerable.Range(0, (int)((To - From).TotalHours / HourStep) + 1).Select(i => From + Duration.FromHours(i * HourStep));

    public double X(Instant at) => Math.Clamp((at - From) / (To - From), 0, 1) * (Width - Right);

    public double Y(int people) => Height - Bottom - (double)people / Most * (Height - Top - Bottom);

    public static string Tenth(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Half a power of ten is fine enough: 67,396 gives 70,000, 12,345 gives 15,000.</summary>
    public static int TopFor(int people)
    {
        var power = (int)Math.Pow(10, Math.Floor(Math.Log10(Math.Max(people, 1))));
        var step = Math.Max(power / 2, 10);
        return Math.Max(20, (people + step - 1) / step * step);
    }

    private string Area(FigureKind top)
    {
        var below = FigureSources.Kinds.TakeWhile(kind => kind != top).Append(top).ToList();
        return Line(s => below.Sum(kind => s.Sources.Of(kind).Low)).Append(CultureInfo.InvariantCulture, $"V{Tenth(Y(0))}H0Z").ToString();
    }

    private StringBuilder Line(Func<EveningStep, int> people)
    {
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M0 {Tenth(Y(people(steps[0])))}");
        foreach (var step in steps.Skip(1))
            path.Append(CultureInfo.InvariantCulture, $"H{Tenth(X(step.Minute))}V{Tenth(Y(people(step)))}");
        return path.Append(CultureInfo.InvariantCulture, $"H{Tenth(X(Now))}");
    }
}
