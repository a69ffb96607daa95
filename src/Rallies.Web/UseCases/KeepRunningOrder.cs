using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Domain.Speakers;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>Owners and co-organisers say who speaks when.</summary>
public sealed class KeepRunningOrder(IDbContextFactory<RalliesContext> database, IClock clock, Happenings happenings)
{
    public Task<Change> AddAsync(HeldGrants held, int rallyId, SlotAsked asked, CancellationToken cancellation) =>
        ChangeAsync(
            held,
            rallyId,
            async (context, order) =>
            {
                if (order.Slots.Count >= RunningOrder.MostSlots)
                    return false;
                var speaker = await SpeakerAsync(context, asked.Speaker, cancellation);
                var slot = new Slot(rallyId, order.Slots.Count, asked.Title, asked.Minutes, speaker?.Id);
                slot.Change(asked.Title, asked.Minutes, speaker?.Id, asked.Status);
                context.Slots.Add(slot);
                return true;
            },
            cancellation
        );

    public Task<Change> AlterAsync(HeldGrants held, int rallyId, Guid slotId, SlotAsked asked, CancellationToken cancellation) =>
        ChangeAsync(
            held,
            rallyId,
            async (context, order) =>
            {
                if (order.Slots.FirstOrDefault(s => s.Id == slotId) is not { } slot)
                    return false;
                var speaker = await SpeakerAsync(context, asked.Speaker, cancellation);
                slot.Change(asked.Title, asked.Minutes, speaker?.Id, asked.Status);
                return true;
            },
            cancellation
        );

    /// <summary>From 0; past the end is the end.</summary>
    public Task<Change> MoveAsync(HeldGrants held, int rallyId, Guid slotId, int position, CancellationToken cancellation) =>
        ChangeAsync(held, rallyId, (_, order) => Task.FromResult(order.Move(slotId, position)), cancellation);

    public Task<Change> RemoveAsync(HeldGrants held, int rallyId, Guid slotId, CancellationToken cancellation) =>
        ChangeAsync(
            held,
            rallyId,
            (context, order) =>
            {
                if (order.Remove(slotId) is not { } slot)
                    return Task.FromResult(false);
                context.Slots.Remove(slot);
                return Task.FromResult(true);
            },
            cancellation
        );

    private async Task<Change> ChangeAsync(
        HeldGrants held,
        int rallyId,
        Func<RalliesContext, RunningOrder, Task<bool>> alter,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (
            await context.Rallies.Where(r => r.Id == rallyId).Select(r => (int?)r.DayId).SingleOrDefaultAsync(cancellation) is not { } dayId
        )
            return Change.NotFound;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = await context.NextVersionAsync(dayId, cancellation); // two people drag at once: one after the other
        if (await GrantBook.AllowingAsync(context, held, Verb.EditRunningOrder, rallyId, cancellation) is null)
            return Change.NotAllowed;
        var rally = await context.Rallies.SingleAsync(r => r.Id == rallyId, cancellation);
        if (rally.IsMerged)
            return Change.PartOfAnother;
        var order = new RunningOrder(await context.Slots.Where(s => s.RallyId == rallyId).ToListAsync(cancellation));
        if (!await alter(context, order))
            return Change.AlreadySo;
        rally.OrderChanged(clock.GetCurrentInstant());
        rally.SeenAt(version);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.RallyChanged(dayId, rallyId));
        return Change.Made;
    }

    // The same name and organisation is the same person in every town; a namesake gets a slug of their own.
    private static async Task<Speaker?> SpeakerAsync(RalliesContext context, SpeakerAsked? asked, CancellationToken cancellation)
    {
        if (asked is null || string.IsNullOrWhiteSpace(asked.Name))
            return null;
        var (name, organisation) = (asked.Name.Trim(), asked.Organisation.Trim());
        if (
            await context.Speakers.FirstOrDefaultAsync(
                s => s.Name == name && s.Organisation == organisation && s.Role == asked.Role,
                cancellation
            ) is
            { } known
        )
            return known;
        var stem = Slug.From(name)?.Value ?? "speaker";
        var taken = (await context.Speakers.Where(s => s.Slug.StartsWith(stem)).Select(s => s.Slug).ToListAsync(cancellation)).ToHashSet();
        var speaker = new Speaker(new Slug(stem).FirstFree(taken.Contains), name, asked.Role, organisation);
        context.Speakers.Add(speaker);
        await context.SaveChangesAsync(cancellation);
        return speaker;
    }

    /// <summary>A title, a speaker or both; minutes 1 to 240.</summary>
    public sealed record SlotAsked(string Title, int Minutes, SpeakerAsked? Speaker, SlotStatus Status);

    public sealed record SpeakerAsked(string Name, SpeakerRole Role, string Organisation);
}
