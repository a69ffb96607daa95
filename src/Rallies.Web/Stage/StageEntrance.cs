using Rallies.Domain.Permissions;
using Rallies.Web.Access;
using Rallies.Web.Guards;
using Rallies.Web.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.Stage;

/// <summary>Who may come to the lectern, and who may put up the screen in the square.</summary>
internal sealed class StageEntrance(EveningReads evening, GrantBook grants, PrivateLinks links)
{
    /// <summary>Null when there is no such rally.</summary>
    public async Task<Place?> FindAsync(HttpContext http, string day, string town, Verb verb, CancellationToken cancellation)
    {
        if (!Domain.Slug.IsValid(day) || !Domain.Slug.IsValid(town) || await evening.NameAsync(day, town, cancellation) is not { } name)
            return null;
        var held = HeldGrants.Of(http.User);
        var live = await grants.LiveAsync(held, cancellation);
        var may = live.Any(g => g.Allows(verb, name.Id));
        if (may)
            await links.NoteUseAsync(held, cancellation);
        if (may && !http.Request.IsSafe())
            await links.EndOlderAsync(held, cancellation);
        return new Place(name, held, may);
    }

    /// <param name="May">A held grant allows it.</param>
    public sealed record Place(NamedRally Name, HeldGrants Held, bool May);
}
