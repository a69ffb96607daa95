using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Storage.Counting;
using Rallies.Web.Counting;

namespace Rallies.Web.Door.Paper;

/// <summary>
/// A tally sheet as somebody typed it in, held against what was entered of it before. The writer does that, so that of two who enter
/// one sheet in the same instant the second sees what the first has entered, and changes nothing.
/// </summary>
/// <param name="quarters">Those that have begun.</param>
/// <param name="replacing">The mark of what is to be replaced, as it was seen; null when nothing is.</param>
internal sealed class SheetEntry(
    RallyCount rally,
    PaperAnswers typed,
    IReadOnlyList<Quarter> quarters,
    Guid grantId,
    int? replacing,
    Instant now
) : Work<SheetAnswer>
{
    private SheetAnswer judged = new();
    private IReadOnlyList<Tap> taps = [];

    public override void Join(Batch batch)
    {
        var id = rally.Rally.Id;
        var device = PaperTaps.DeviceOf(typed.Code, id);
        var before = new EnteredSheet([.. rally.TapsOf(device), .. batch.Taps.Where(t => t.RallyId == id && t.Device == device)]);
        var others = before.Differing(typed, quarters);
        var mayReplace = before.MayBeReplaced(others, rally.Rally.Hours, now);
        if (others.Count > 0 && !(mayReplace && replacing == before.Mark))
        {
            judged = new() { Others = others, Replaceable = mayReplace ? before.Mark : null };
            return;
        }
        taps = PaperTaps.Of(typed, before, quarters, id, grantId, now);
        if (taps.Select(tap => Judge(tap, batch)).FirstOrDefault(why => why is not null) is { } refusal)
        {
            judged = new() { Refused = refusal };
            return;
        }
        batch.Rallies.Add(id);
        foreach (var tap in taps)
            batch.Add(tap);
        judged = new()
        {
            Entered = taps.Count,
            WasKnown = before.Knows(typed, quarters),
            Replaced = others.Count > 0,
        };
    }

    // An id may stand under another rally, which only the table knows.
    protected override SheetAnswer Say(Written written) =>
        judged.Entered > 0 && !taps.All(tap => written.New.Contains(tap.Id)) ? new() { Refused = Refusal.IdReused } : judged;

    private Refusal? Judge(Tap tap, Batch batch)
    {
        return Find(tap.Id) is null ? TapRules.Judge(tap, rally.Rally.Hours, Find, mayCorrect: false) : Refusal.IdReused;

        Tap? Find(Guid id) => rally.FindTap(id) ?? batch.FindTap(id);
    }
}
