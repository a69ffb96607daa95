using System.Security.Claims;

namespace Rallies.Web.Access;

/// <summary>The grants a browser or device brings along: identifiers only. Whether they still hold is looked up at each use.</summary>
public sealed record HeldGrants(IReadOnlyList<Guid> Ids)
{
    public const string ClaimType = "grant";

    /// <summary>A browser keeps at most this many; opening one more lets go of the oldest.</summary>
    public const int Most = 40;

    public static HeldGrants None { get; } = new([]);

    public static HeldGrants Of(ClaimsPrincipal principal) =>
        new([
            .. principal.FindAll(ClaimType).Select(c => Guid.TryParse(c.Value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty),
        ]);

    public HeldGrants With(Guid id) => new([.. Ids.Where(i => i != id).TakeLast(Most - 1), id]);

    public ClaimsPrincipal ToPrincipal() =>
        new(new ClaimsIdentity(Ids.Select(id => new Claim(ClaimType, id.ToString())), AccessServices.Scheme));
}
