using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Settings;

namespace Rallies.Web.Demo;

/// <summary>Prints where to look, with private links made anew at every start; earlier ones still open it for half a day, as somebody may be trained while it restarts.</summary>
internal sealed class DemoLinks(IDbContextFactory<RalliesContext> database, PublicAddress address, IClock clock)
{
    private const string Name = "Demo";
    private static readonly Duration halfADay = Duration.FromHours(12);

    public async Task PrintAsync(TextWriter output, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var now = clock.GetCurrentInstant();
        foreach (
            var old in await context
                .Grants.Where(g => g.Name == Name && g.RevokedAt == null && g.MadeAt < now - halfADay)
                .ToListAsync(cancellation)
        )
            old.Revoke(now);
        var leeds = await context
            .Rallies.Where(r => r.Slug == "leeds" && context.Days.Any(d => d.Id == r.DayId && d.Slug == DemoSite.Tonight))
            .Select(r => r.Id)
            .SingleAsync(cancellation);
        var (owner, steward, admin) = (Secret.New(), Secret.New(), Secret.New());
        context.Grants.AddRange(
            new Grant(Role.Owner, leeds, Name, owner, now),
            new Grant(Role.Steward, leeds, Name, steward, now),
            new Grant(Role.Admin, null, Name, admin, now)
        );
        await context.SaveChangesAsync(cancellation);

        await output.WriteLineAsync($"Front page: {address.Origin}");
        await output.WriteLineAsync($"Board: {address.Absolute(Addresses.ForBoard(DemoSite.Tonight))}");
        await output.WriteLineAsync($"Organiser: {address.Absolute(Addresses.ForPrivateLink(owner.Text))}");
        await output.WriteLineAsync($"Steward: {address.Absolute(Addresses.ForPrivateLink(steward.Text))}");
        await output.WriteLineAsync($"Admin: {address.Absolute(Addresses.ForPrivateLink(admin.Text))}");
        await output.FlushAsync(cancellation);
    }
}
