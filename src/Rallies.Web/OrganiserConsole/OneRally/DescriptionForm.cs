using System.Globalization;
using Rallies.Domain;
using Rallies.Web.OrganiserConsole.Parts;
using Rallies.Web.OrganiserConsole.Reads;

namespace Rallies.Web.OrganiserConsole.OneRally;

/// <summary>What the rally is called, who calls it, what it is about and how many fit, as typed.</summary>
public sealed record DescriptionForm : IForm
{
    public string Name { get; set; } = "";
    public string Organiser { get; set; } = "";
    public string Description { get; set; } = "";

    /// <summary>People, with or without thousands separators; empty when nobody has said.</summary>
    public string Capacity { get; set; } = "";

    public static DescriptionForm Of(RallyToEdit rally) =>
        new()
        {
            Name = rally.Name,
            Organiser = rally.Organiser,
            Description = rally.Description,
            Capacity = rally.Capacity?.ToString(CultureInfo.InvariantCulture) ?? "",
        };

    public IEnumerable<FormFault> Check()
    {
        FormFault?[] tooLong =
        [
            FormFault.IfLonger("about-name", Name, Rally.MaxNameLength),
            FormFault.IfLonger("about-organiser", Organiser, Rally.MaxNameLength),
            FormFault.IfLonger("about-description", Description, Rally.MaxDescriptionLength),
        ];
        foreach (var fault in tooLong.OfType<FormFault>())
            yield return fault;
        if (Capacity.Trim().Length > 0 && (ToCapacity() is not { } people || people is < 1 or > Rally.MaxCapacity))
            yield return new("about-capacity", "fault.capacity");
    }

    public int? ToCapacity() =>
        int.TryParse(
            Capacity.Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture,
            out var people
        )
            ? people
            : null;
}
