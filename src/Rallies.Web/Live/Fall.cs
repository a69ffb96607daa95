using NodaTime;

namespace Rallies.Web.Live;

/// <summary>A rally says fewer people than before: an estimate was counted, a figure corrected, a tap taken back, the rally called off.</summary>
public sealed record Fall(BoardRow Before, BoardRow Now, Instant At)
{
    /// <summary>falls.ts says the same.</summary>
    public static bool Is(BoardRow before, BoardRow now) =>
        before.IsReporting && (!now.IsReporting || now.Headcount.High < before.Headcount.High || now.Headcount.Low < before.Headcount.Low);
}
