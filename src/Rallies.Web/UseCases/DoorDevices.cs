using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>Lets phones in at the doors, notes that they are used, and shuts one out. A token is told once, to the phone; only its hash stays.</summary>
public sealed class DoorDevices(IDbContextFactory<RalliesContext> database, IClock clock)
{
    /// <summary>Null when the link has been revoked, or does not count there.</summary>
    public async Task<Secret?> LetInAsync(Guid grantId, int rallyId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var grant = await context.Grants.AsNoTracking().SingleOrDefaultAsync(g => g.Id == grantId, cancellation);
        if (grant?.Allows(Verb.CountAtDoor, rallyId) != true)
            return null;
        var unused = context
            .DoorDevices.Where(d => d.GrantId == grantId)
            .OrderByDescending(d => d.LastUsedAt ?? d.MadeAt)
            .Select(d => d.Id)
            .Skip(DoorDevice.MostOfLink - 1);
        var surplus = await unused.ToListAsync(cancellation);
        if (surplus.Count > 0)
            await context.DoorDevices.Where(d => surplus.Contains(d.Id)).ExecuteDeleteAsync(cancellation);
        var token = Secret.New();
        context.DoorDevices.Add(new DoorDevice(grantId, token, clock.GetCurrentInstant()));
        await context.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>Whoever may revoke the link may shut out a phone it has let in.</summary>
    public async Task<Change> ShutOutAsync(HeldGrants held, Guid deviceId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.DoorDevices.SingleOrDefaultAsync(d => d.Id == deviceId, cancellation) is not { } device)
            return Change.NotFound;
        var rallyId = await context.Grants.Where(g => g.Id == device.GrantId).Select(g => g.RallyId).SingleAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.RevokeLink, rallyId, cancellation) is null)
            return Change.NotAllowed;
        if (!device.Revoke(clock.GetCurrentInstant()))
            return Change.AlreadySo;
        await context.SaveChangesAsync(cancellation);
        return Change.Made;
    }

    /// <summary>To the hour, and asked of what was read already: thousands of taps write this once.</summary>
    public async Task NoteUseAsync(Credential credential, CancellationToken cancellation)
    {
        var hour = Instant.FromUnixTimeSeconds(clock.GetCurrentInstant().ToUnixTimeSeconds() / 3600 * 3600);
        if (credential.LastUsedAt >= hour)
            return;
        var (grantId, deviceId) = (credential.Grant.Id, credential.Device?.Id);
        await using var context = await database.CreateDbContextAsync(cancellation);
        await context
            .Grants.Where(g => g.Id == grantId && g.RevokedAt == null)
            .ExecuteUpdateAsync(grant => grant.SetProperty(g => g.LastUsedAt, hour), cancellation);
        if (deviceId is not null)
            await context
                .DoorDevices.Where(d => d.Id == deviceId)
                .ExecuteUpdateAsync(device => device.SetProperty(d => d.LastUsedAt, hour), cancellation);
    }
}
