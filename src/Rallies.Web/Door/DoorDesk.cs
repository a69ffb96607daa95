using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Web.Access;
using Rallies.Web.Counting;
using Rallies.Web.Guards;
using Rallies.Web.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.Door;

/// <summary>Who stands at which door, and what their page shows.</summary>
internal sealed class DoorDesk(CountBook book, GrantBook grants, PrivateLinks links, EveningReads evening, IClock clock)
{
    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Null when there is no such rally.</summary>
    public async Task<Place?> FindAsync(HttpContext http, string day, string town, CancellationToken cancellation)
    {
        if (book.Find(day, town) is not { } count || await evening.NameAsync(day, town, cancellation) is not { } name)
            return null;
        var held = HeldGrants.Of(http.User);
        var live = await grants.LiveAsync(held, cancellation);
        var grant = live.FirstOrDefault(g => g.Allows(Verb.CountAtDoor, name.Id));
        if (grant is not null)
            await links.NoteUseAsync(held, cancellation);
        if (grant is not null && !http.Request.IsSafe())
            await links.EndOlderAsync(held, cancellation);
        return new Place(name, count, grant);
    }

    public DoorView View(HttpContext http, Place place, DoorAsked asked) =>
        new(
            place.Name,
            asked,
            asked.Address(http.Request, place.Name.Day, place.Name.Town),
            place.Count.Rally.Hours,
            place.Count.Row,
            place.Count.LatestOf(asked.Device),
            Now
        );

    /// <param name="Grant">What allows them to count here; null when nothing does.</param>
    public sealed record Place(NamedRally Name, RallyCount Count, Grant? Grant);
}
