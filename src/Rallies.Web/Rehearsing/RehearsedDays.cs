using Rallies.Web.Settings;
using Rallies.Web.UseCases;

namespace Rallies.Web.Rehearsing;

/// <summary>Knows which days carry played figures, so that every page of them can say so; sees too what another process began or took off.</summary>
internal sealed class RehearsedDays(RehearseDay rehearse, RalliesSettings settings, Happenings happenings, ILogger<RehearsedDays> logger)
    : Round(every, logger)
{
    private static readonly TimeSpan every = TimeSpan.FromSeconds(2);
    private volatile IReadOnlyList<RehearsedDay> seen = [];
    private IDisposable? listening;

    public bool IsOn(string day) => seen.Any(d => d.Day == day);

    /// <summary>
    /// Nothing that a rehearsal made is taken where none is told of: another site's rehearsal was sent to the wrong address, or one was
    /// taken off while it was played.
    /// </summary>
    public bool Takes(Guid id, string day) => !RehearsalMark.IsOn(id) || seen.Any(d => d.Day == day && d.Since != RehearseDay.Halted);

    /// <summary>Tells a phone at a door, which has its page from before the rehearsal. A header, as the answer's body is everybody's.</summary>
    public void Tell(HttpResponse answer, string day) => answer.Headers["Rehearsal"] = IsOn(day) ? "?1" : "?0"; // RFC 9651 §3.3.6

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        seen = await rehearse.RehearsedAsync(cancellationToken);
        listening = happenings.Watch(HearAsync);
        if (settings.Demo) // nowhere else is anything ever played
            await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        listening?.Dispose();
        base.Dispose();
    }

    protected override async Task GoAsync(CancellationToken cancellation)
    {
        var (before, now) = (seen, await rehearse.RehearsedAsync(cancellation));
        foreach (var begun in now.Except(before))
            await happenings.TellAsync(new Happening.Rehearsed(begun.DayId, begun.Day, IsOn: true));
        foreach (var gone in before.ExceptBy(now.Select(d => d.DayId), d => d.DayId))
            await happenings.TellAsync(new Happening.Rehearsed(gone.DayId, gone.Day, IsOn: false));
    }

    private async Task HearAsync(Happening happening, CancellationToken cancellation)
    {
        if (happening is Happening.Rehearsed)
            seen = await rehearse.RehearsedAsync(cancellation);
    }
}
