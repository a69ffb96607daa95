using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Web.OrganiserConsole.Parts;

namespace Rallies.Web.OrganiserConsole.HandingOver;

/// <summary>Who is to organise a rally, as an admin types it.</summary>
public sealed record HandOverForm
{
    public string Name { get; set; } = "";
    public string Mail { get; set; } = "";

    public IEnumerable<FormFault> Check()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new("hand-over-name", "fault.link-name");
        else if (FormFault.IfLonger("hand-over-name", Name, Grant.MaxNameLength) is { } tooLong)
            yield return tooLong;
        if (!Mailbox.TryRead(Mail, out _))
            yield return new("hand-over-mail", "fault.mail");
    }
}
