using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Api;
using Rallies.Web.Counting;

namespace Rallies.Web.Door;

/// <summary>Brings what was tapped on a door's page to the writer.</summary>
internal sealed class DoorCounting(CountWriter writer, IClock clock)
{
    /// <summary>Why the first of those not recorded was not; null when all of them are in the log.</summary>
    /// <exception cref="WriterBusyException">Nothing was recorded.</exception>
    public async Task<Refusal?> TapAsync(DoorDesk.Place place, DoorAsked asked, IEnumerable<string?> said, CancellationToken cancellation)
    {
        var sent = said.Select(text =>
                SaidTap.Read(text) is { } tap ? new SentTap(null, Made(tap, place, asked), null) : new SentTap(null, null, Refusal.BadCount)
            )
            .ToList();
        return await DeliverAsync(place, asked, sent, cancellation);
    }

    /// <inheritdoc cref="TapAsync"/>
    public Task<Refusal?> EstimateAsync(DoorDesk.Place place, DoorAsked asked, EstimateAnswers answers, CancellationToken cancellation)
    {
        var tap = Made(new SaidTap(answers.TapId!.Value, TapKind.Estimate, 1, null, null, 0), place, asked) with
        {
            Low = answers.Least,
            High = answers.Most,
            Method = answers.Method,
        };
        return DeliverAsync(place, asked, [new SentTap(null, tap, null)], cancellation);
    }

    private async Task<Refusal?> DeliverAsync(
        DoorDesk.Place place,
        DoorAsked asked,
        IReadOnlyList<SentTap> sent,
        CancellationToken cancellation
    )
    {
        var known = place.Count.LatestOf(asked.Device);
        var answer = await writer.DoAsync(
            new DoorDelivery(place.Count, [.. sent.Where(s => s.Tap is null || !known.Any(k => IsAgain(k, s.Tap)))], mayCorrect: false),
            cancellation
        );
        return answer.Refusals.Select(r => (Refusal?)r.Why).FirstOrDefault();
    }

    // Without script a form says no time of its own: sent twice, only the arrival differs.
    private static bool IsAgain(Tap known, Tap sent) =>
        (known.Id, known.Kind, known.Count, known.Undoes, known.Low, known.High)
        == (sent.Id, sent.Kind, sent.Count, sent.Undoes, sent.Low, sent.High);

    private Tap Made(SaidTap said, DoorDesk.Place place, DoorAsked asked)
    {
        var now = clock.GetCurrentInstant().ToMilliseconds();
        return new Tap
        {
            Id = said.Id,
            RallyId = place.Name.Id,
            Kind = said.Kind,
            Count = said.Count,
            Undoes = said.Undoes,
            At = said.At ?? now,
            Skew = said.Skew,
            Device = asked.Device,
            Door = asked.NameCut,
            GrantId = place.Grant!.Id,
            ReceivedAt = now,
        };
    }
}
