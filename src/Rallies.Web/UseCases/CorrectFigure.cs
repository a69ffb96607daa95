using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Domain.Permissions;
using Rallies.Web.Access;
using Rallies.Web.Counting;

namespace Rallies.Web.UseCases;

/// <summary>The owner puts a figure right in the open, with a reason: an entry of the log like any other.</summary>
internal sealed class CorrectFigure(GrantBook grants, CountBook book, CountWriter writer, IClock clock)
{
    // Corrections made in the console come from no phone.
    private static readonly Guid console = Guid.Parse("00000000-0000-8000-8000-636f6e736f6c");

    /// <summary>Null when it was recorded, else why not.</summary>
    /// <exception cref="WriterBusyException">Nothing was recorded.</exception>
    public async Task<Refusal?> CorrectAsync(
        HeldGrants held,
        string day,
        string town,
        int low,
        int high,
        string reason,
        CancellationToken cancellation
    )
    {
        var live = await grants.LiveAsync(held, cancellation);
        if (
            book.Find(day, town) is not { } rally
            || live.FirstOrDefault(g => g.Allows(Verb.CorrectFigure, rally.Rally.Id)) is not { } grant
        )
            return Refusal.NotAllowed;
        var now = Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds());
        var tap = new Tap
        {
            Id = Guid.CreateVersion7(),
            RallyId = rally.Rally.Id,
            Kind = TapKind.Correction,
            Low = low,
            High = high,
            Reason = Words(reason),
            At = now,
            Device = console,
            GrantId = grant.Id,
            ReceivedAt = now,
        };
        var answer = await writer.DoAsync(new DoorDelivery(rally, [new SentTap(null, tap, null)], mayCorrect: true), cancellation);
        return answer.Refusals.Select(r => (Refusal?)r.Why).FirstOrDefault();
    }

    private static string Words(string reason)
    {
        var words = string.Concat(reason.Where(c => !char.IsControl(c))).Trim();
        return words[..Math.Min(words.Length, Tap.MaxReasonLength)];
    }
}
