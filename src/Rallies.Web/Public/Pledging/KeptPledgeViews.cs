using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Web.Public.Forms;
using Rallies.Web.Public.InTown;
using Rallies.Web.Reads;
using Rallies.Web.Settings;

namespace Rallies.Web.Public.Pledging;

/// <summary>Puts together what the page of a pledge shows.</summary>
internal sealed class KeptPledgeViews(PledgeReads pledges, RallyReads rallies, PublicAddress address, IClock clock)
{
    public Uri CalendarAt(Secret calendar) => new(address.Absolute(Addresses.ForPersonalCalendar(calendar.Text)));

    public async Task<KeptPledgeView?> FindAsync(Secret secret, CancellationToken cancellation)
    {
        if (await pledges.FindAsync(secret, cancellation) is not { } pledge)
            return null;
        var shown = await rallies.FindAsync(pledge.Day, pledge.Town, cancellation);
        return new KeptPledgeView(
            pledge,
            shown is null ? null : new RallyView(shown, clock.GetCurrentInstant()),
            address.Origin.Authority,
            address.Absolute(Addresses.ForPledgeKept(secret.Text)),
            HowMany.Bringing(pledge.Bringing)
        );
    }
}

/// <summary>A pledge and its rally.</summary>
/// <param name="Rally">Null while a moderator hides it.</param>
/// <param name="Host">Of the site, as printed.</param>
/// <param name="Link">To this page.</param>
public sealed record KeptPledgeView(KeptPledge Pledge, RallyView? Rally, string Host, string Link, HowMany HowMany)
{
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>The address of a calendar of their own, told this once; null on every other view of the page.</summary>
    public Uri? Calendar { get; init; }

    /// <summary>What they pasted as the address of a calendar they have.</summary>
    public string Pasted { get; init; } = "";
    public bool IsComing => !Pledge.IsWithdrawn && Rally is { IsToCome: true };
    public bool MayCome => Rally is { IsToCome: true };
}
