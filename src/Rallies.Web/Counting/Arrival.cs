using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Storage.Counting;

namespace Rallies.Web.Counting;

/// <summary>Somebody says "I'm here". A request sent again gets the answer of the first, whatever the hour and the code have become.</summary>
internal sealed class Arrival(RallyCount rally, CheckIn checkIn, CodeGiven code) : Work<CheckInAnswer>
{
    private CheckInOutcome outcome;

    public override void Join(Batch batch)
    {
        batch.Rallies.Add(rally.Rally.Id);
        outcome = Judge(batch);
        if (outcome == CheckInOutcome.CheckedIn)
            batch.Add(checkIn with { IsSure = code == CodeGiven.Right || !rally.Rally.AsksForCode });
    }

    protected override CheckInAnswer Say(Written written)
    {
        var isElsewhere = outcome == CheckInOutcome.CheckedIn && !written.New.Contains(checkIn.Id);
        return new(isElsewhere ? CheckInOutcome.IdReused : outcome, rally.Row);
    }

    private CheckInOutcome Judge(Batch batch)
    {
        var earlier = rally.FingerprintOf(checkIn.Id) ?? (batch.FindCheckIn(checkIn.Id) is { } beside ? Fingerprint.Of(beside) : null);
        if (earlier is { } fingerprint)
            return fingerprint == Fingerprint.Of(checkIn) ? CheckInOutcome.AlreadyCheckedIn : CheckInOutcome.IdReused;
        if (rally.Rally.IsCancelled || rally.Rally.Status == RallyStatus.Postponed)
            return CheckInOutcome.CalledOff;
        if (WhyNotNow(rally.Rally.Hours, checkIn.MadeAt) is { } early)
            return early;
        return code switch
        {
            CodeGiven.Wrong => CheckInOutcome.WrongCode,
            CodeGiven.Missing => CheckInOutcome.CodeNeeded,
            CodeGiven.None when checkIn.With > CheckIn.MaxWithoutCode => CheckInOutcome.TooManyWithoutCode,
            _ => CheckInOutcome.CheckedIn,
        };
    }

    private CheckInOutcome? WhyNotNow(CountingHours hours, Instant madeAt)
    {
        if (madeAt < hours.HereOpensAt)
            return CheckInOutcome.NotOpenYet;
        return madeAt >= hours.HereEndsAt || checkIn.ReceivedAt > hours.HereEndsAt + CountingHours.TakenLate ? CheckInOutcome.Ended : null;
    }
}
