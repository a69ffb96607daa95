using Rallies.Domain.Permissions;
using Rallies.Web.OrganiserConsole.Parts;

namespace Rallies.Web.OrganiserConsole.Links;

/// <summary>For whom a new link is, as typed.</summary>
public sealed record LinkForm : IForm
{
    public Role Role { get; set; } = Role.Steward;

    /// <summary>"Door 2, Amina".</summary>
    public string Name { get; set; } = "";

    public IEnumerable<FormFault> Check()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new("link-name", "fault.link-name");
        else if (FormFault.IfLonger("link-name", Name, Grant.MaxNameLength) is { } tooLong)
            yield return tooLong;
    }
}
