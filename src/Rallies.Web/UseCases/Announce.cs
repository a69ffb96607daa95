using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Announcements;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;
using Rallies.Web.Public.Forms;

namespace Rallies.Web.UseCases;

/// <summary>A rally's owner says a sentence to everybody who watches it, an admin to everybody who watches the day.</summary>
public sealed class Announce(IDbContextFactory<RalliesContext> database, IClock clock, Happenings happenings)
{
    public const int MostAnHour = 10;
    public static readonly Duration Between = Duration.FromSeconds(30);

    /// <param name="id">Made with the form: the same sentence sent twice is said once.</param>
    public async Task<Announced> AtRallyAsync(HeldGrants held, Guid id, int rallyId, string text, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.AnnounceAtRally, rallyId, cancellation) is null)
            return Announced.NotAllowed;
        var dayId = await context.Rallies.Where(r => r.Id == rallyId).Select(r => (int?)r.DayId).SingleOrDefaultAsync(cancellation);
        return dayId is { } day ? await SayAsync(context, id, day, rallyId, text, cancellation) : Announced.NotFound;
    }

    /// <param name="id">Made with the form: the same sentence sent twice is said once.</param>
    public async Task<Announced> ToAllAsync(HeldGrants held, Guid id, int dayId, string text, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.AnnounceToAll, null, cancellation) is null)
            return Announced.NotAllowed;
        return await context.Days.AnyAsync(d => d.Id == dayId, cancellation)
            ? await SayAsync(context, id, dayId, null, text, cancellation)
            : Announced.NotFound;
    }

    /// <param name="because">Needed of an admin who takes down what a rally's owner said; else empty.</param>
    public async Task<Announced> TakeBackAsync(HeldGrants held, Guid id, string because, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Announcements.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } said)
            return Announced.NotFound;
        if (await GrantBook.AllowingAsync(context, held, Verb.TakeBackAnnouncement, said.RallyId, cancellation) is not { } grant)
            return Announced.NotAllowed;
        if (grant.Role == Role.Admin && said.RallyId is not null && string.IsNullOrWhiteSpace(because))
            return Announced.NotSaid;
        if (!said.TakeBack(because, clock.GetCurrentInstant()))
            return Announced.AlreadySo;
        await context.SaveChangesAsync(cancellation);
        await happenings.TellAsync(new Happening.Announced(said.DayId));
        return Announced.Made;
    }

    private async Task<Announced> SayAsync(
        RalliesContext context,
        Guid id,
        int dayId,
        int? rallyId,
        string text,
        CancellationToken cancellation
    )
    {
        var sentence = Typed.Line(text);
        if (sentence.Length is 0 or > Announcement.MaxTextLength)
            return Announced.NotSaid;
        if (await context.Announcements.AnyAsync(a => a.Id == id, cancellation))
            return Announced.AlreadySo;
        var now = clock.GetCurrentInstant();
        var hourAgo = now - Duration.FromHours(1);
        var lately = await context
            .Announcements.Where(a => a.DayId == dayId && a.RallyId == rallyId && a.MadeAt > hourAgo)
            .Select(a => a.MadeAt)
            .ToListAsync(cancellation);
        if (lately.Count >= MostAnHour || lately.Any(at => now - at < Between))
            return Announced.TooOften;
        context.Announcements.Add(new Announcement(id, dayId, rallyId, sentence, now));
        await context.SaveChangesAsync(cancellation);
        await happenings.TellAsync(new Happening.Announced(dayId));
        return Announced.Made;
    }
}
