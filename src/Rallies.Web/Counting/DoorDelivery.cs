using Rallies.Domain.Counting;
using Rallies.Storage.Counting;

namespace Rallies.Web.Counting;

/// <summary>Taps from a phone at a door, in the order of its queue. One bad tap never holds up the others.</summary>
internal sealed class DoorDelivery(RallyCount rally, IReadOnlyList<SentTap> sent, bool mayCorrect) : Work<DoorAnswer>
{
    private readonly List<(string? Id, Tap Tap)> joined = [];
    private readonly List<Guid> known = [];
    private readonly List<DoorAnswer.Refused> refused = [];

    public override void Join(Batch batch)
    {
        batch.Rallies.Add(rally.Rally.Id);
        foreach (var (id, tap, fault) in sent)
        {
            if (tap is null)
                refused.Add(new(id, fault!.Value));
            else if ((rally.FindTap(tap.Id) ?? batch.FindTap(tap.Id)) is { } earlier)
                Recognise(id, tap, earlier);
            else if (
                TapRules.Judge(tap, rally.Rally.Hours, other => rally.FindTap(other) ?? batch.FindTap(other), mayCorrect) is { } refusal
            )
                refused.Add(new(id, refusal));
            else
            {
                batch.Add(tap);
                joined.Add((id, tap));
            }
        }
    }

    protected override DoorAnswer Say(Written written)
    {
        // What the table would not take is known there under another rally.
        refused.AddRange(joined.Where(j => !written.New.Contains(j.Tap.Id)).Select(j => new DoorAnswer.Refused(j.Id, Refusal.IdReused)));
        return new([.. joined.Select(j => j.Tap.Id).Where(written.New.Contains)], known, refused, rally.Row);
    }

    private void Recognise(string? id, Tap tap, Tap earlier)
    {
        if (Fingerprint.Of(tap) == Fingerprint.Of(earlier))
            known.Add(tap.Id);
        else
            refused.Add(new(id, Refusal.IdReused));
    }
}
