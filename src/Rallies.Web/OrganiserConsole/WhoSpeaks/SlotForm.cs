using System.Globalization;
using Rallies.Domain.Speakers;
using Rallies.Web.OrganiserConsole.Parts;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.WhoSpeaks;

/// <summary>A slot of the running order, as typed.</summary>
public sealed record SlotForm : IForm
{
    public string Speaker { get; set; } = "";
    public SpeakerRole Role { get; set; } = SpeakerRole.CommunityCampaigner;
    public string Organisation { get; set; } = "";
    public string Title { get; set; } = "";
    public string Minutes { get; set; } = "5";
    public SlotStatus Status { get; set; }

    public static SlotForm Of(Slot slot) =>
        new()
        {
            Speaker = slot.Speaker?.Name ?? "",
            Role = slot.Speaker?.Role ?? SpeakerRole.CommunityCampaigner,
            Organisation = slot.Speaker?.Organisation ?? "",
            Title = slot.Title,
            Minutes = slot.Minutes.ToString(CultureInfo.InvariantCulture),
            Status = slot.Status,
        };

    public IEnumerable<FormFault> Check()
    {
        if (string.IsNullOrWhiteSpace(Speaker) && string.IsNullOrWhiteSpace(Title))
            yield return new("slot-speaker", "fault.slot");
        if (FormFault.IfLonger("slot-speaker", Speaker, Domain.Speakers.Speaker.MaxNameLength) is { } longName)
            yield return longName;
        if (FormFault.IfLonger("slot-organisation", Organisation, Domain.Speakers.Speaker.MaxNameLength) is { } longOrganisation)
            yield return longOrganisation;
        if (FormFault.IfLonger("slot-title", Title, Slot.MaxTitleLength) is { } longTitle)
            yield return longTitle;
        if (ReadMinutes() is null)
            yield return new("slot-minutes", "fault.minutes", Slot.MaxMinutes);
    }

    /// <summary>Somebody known already brings role and organisation along.</summary>
    public void Name(string speaker, IEnumerable<Speaker> known)
    {
        Speaker = speaker;
        if (known.FirstOrDefault(s => string.Equals(s.Name, speaker.Trim(), StringComparison.OrdinalIgnoreCase)) is { } found)
            (Role, Organisation) = (found.Role, found.Organisation);
    }

    public KeepRunningOrder.SlotAsked ToSlot() =>
        new(
            Title,
            ReadMinutes() ?? throw new InvalidOperationException("Check the form first."),
            string.IsNullOrWhiteSpace(Speaker) ? null : new(Speaker, Role, Organisation),
            Status
        );

    private int? ReadMinutes() =>
        int.TryParse(
            Minutes,
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var minutes
        ) && minutes is >= 1 and <= Slot.MaxMinutes
            ? minutes
            : null;
}
