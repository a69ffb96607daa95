using System.Diagnostics.CodeAnalysis;
using Rallies.Domain.Speakers;
using Rallies.Web.Reads;
using Rallies.Web.Settings;

namespace Rallies.Web.Api;

/// <summary>A rally with its running order and access; "notKnown" where nobody has said.</summary>
public sealed record OneRally : RallyRow
{
    public required IReadOnlyList<SlotRow> RunningOrder { get; init; }
    public required Domain.Access Access { get; init; }

    [SetsRequiredMembers]
    private OneRally(RallyRow row, IReadOnlyList<SlotRow> runningOrder, Domain.Access access)
        : base(row) => (RunningOrder, Access) = (runningOrder, access);

    public static OneRally Of(ShownRally shown, PublicAddress address) =>
        new(Of(shown.Rally, null, address), [.. shown.RunningOrder.Select(s => SlotRow.Of(s, shown.Rally))], shown.Access);

    /// <summary>Some minutes of the running order.</summary>
    public sealed record SlotRow(
        DateTimeOffset StartsAt,
        int Minutes,
        string Title,
        string? Speaker,
        SpeakerRole? Role,
        string? Organisation,
        SlotStatus Status
    )
    {
        public static SlotRow Of(RunningSlot slot, ListedRally rally)
        {
            var sinceStart = NodaTime.Period.Between(rally.StartsAt.TimeOfDay, slot.Begins, NodaTime.PeriodUnits.Minutes).Minutes;
            var begins =
                rally.Hours.Start
                + NodaTime.Duration.FromMinutes(sinceStart < 0 ? sinceStart + NodaTime.NodaConstants.MinutesPerDay : sinceStart);
            return new(
                begins.InZone(rally.Town.Zone).ToDateTimeOffset(),
                slot.Minutes,
                slot.Title,
                slot.Speaker,
                slot.Role,
                slot.Organisation,
                slot.Status
            );
        }
    }
}
