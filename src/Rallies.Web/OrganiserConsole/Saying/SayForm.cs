using Rallies.Domain.Announcements;
using Rallies.Web.OrganiserConsole.Parts;

namespace Rallies.Web.OrganiserConsole.Saying;

/// <summary>A sentence to everybody, as typed.</summary>
public sealed record SayForm : IForm
{
    /// <summary>Made with the form: sent twice, it is said once.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();
    public string Text { get; set; } = "";

    public IEnumerable<FormFault> Check()
    {
        if (string.IsNullOrWhiteSpace(Text))
            yield return new("say-text", "fault.say");
        else if (FormFault.IfLonger("say-text", Text, Announcement.MaxTextLength) is { } tooLong)
            yield return tooLong;
    }
}
