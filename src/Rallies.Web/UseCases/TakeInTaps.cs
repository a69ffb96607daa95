using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Domain.Permissions;
using Rallies.Web.Access;
using Rallies.Web.Counting;
using Rallies.Web.Counting.Kept;

namespace Rallies.Web.UseCases;

/// <summary>The owner takes in what a phone kept and can no longer send, marked so. The phone's own ids are kept: twice counts once.</summary>
internal sealed class TakeInTaps(GrantBook grants, CountBook book, CountWriter writer, IClock clock)
{
    /// <summary>Null when whoever asks may not.</summary>
    /// <exception cref="WriterBusyException">Part of it may have been recorded; the same again counts once.</exception>
    public async Task<TapsTakenIn?> DoAsync(HeldGrants held, string day, string town, string text, CancellationToken cancellation)
    {
        var live = await grants.LiveAsync(held, cancellation);
        if (book.Find(day, town) is not { } rally || live.FirstOrDefault(g => g.Allows(Verb.TakeInTaps, rally.Rally.Id)) is not { } grant)
            return null;
        var codes = RescueText.Read(text, out var damaged);
        var ours = codes.Where(kept => kept.Rally == $"{day}/{town}").ToList();
        var now = Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds());
        var (recorded, known, refused) = (0, 0, new List<Refusal>());
        foreach (var kept in ours)
        {
            var sent = kept.Taps.Select(tap => new SentTap(tap.Id.ToString(), tap.ToTap(kept, rally.Rally.Id, grant.Id, now), null));
            var answer = await writer.DoAsync(new DoorDelivery(rally, [.. sent], mayCorrect: false), cancellation);
            (recorded, known) = (recorded + answer.Recorded.Count, known + answer.Known.Count);
            refused.AddRange(answer.Refusals.Select(r => r.Why));
        }
        return new TapsTakenIn(recorded, known, refused, damaged, codes.Count - ours.Count);
    }
}
