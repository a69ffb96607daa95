using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Tests.Site;
using Rallies.Web.Access;

namespace Rallies.Tests.OrganiserConsole;

/// <summary>A day with a rally in Leeds and one in Cardiff on a running site, and somebody with each kind of link.</summary>
internal sealed class Links
{
    private readonly Dictionary<string, Grant> grants = [];

    private Links(DayOfAction day, Rally leeds, Rally cardiff) => (Day, Leeds, Cardiff) = (day, leeds, cardiff);

    public DayOfAction Day { get; }
    public Rally Leeds { get; }
    public Rally Cardiff { get; }

    public static async Task<Links> On(RalliesSite site)
    {
        var day = Some.Day();
        await site.Holds(day);
        var links = new Links(day, Some.Rally(day, "leeds"), Some.Rally(day, "cardiff"));
        await site.Holds(links.Leeds, links.Cardiff);
        await links.Hand(site, "admin", Role.Admin, null);
        await links.Hand(site, "owner", Role.Owner, links.Leeds.Id);
        await links.Hand(site, "co-organiser", Role.CoOrganiser, links.Leeds.Id);
        await links.Hand(site, "steward", Role.Steward, links.Leeds.Id);
        await links.Hand(site, "owner of another rally", Role.Owner, links.Cardiff.Id);
        await links.Hand(site, "owner whose link was revoked", Role.Owner, links.Leeds.Id, revoked: true);
        return links;
    }

    public HeldGrants Of(string who) => who == "stranger" ? HeldGrants.None : new([grants[who].Id]);

    public Guid IdOf(string who) => grants[who].Id;

    private async Task Hand(RalliesSite site, string who, Role role, int? rallyId, bool revoked = false)
    {
        var grant = new Grant(role, rallyId, who, Secret.New(), Some.Moment);
        if (revoked)
            grant.Revoke(Some.Moment + Duration.FromHours(1));
        grants.Add(who, grant);
        await site.Holds(grant);
    }
}
