using Rallies.Domain;
using Rallies.Web.OrganiserConsole.Parts;

namespace Rallies.Web.OrganiserConsole.Days;

/// <summary>What a day of action says of itself, as typed.</summary>
public sealed record DayTextForm : IForm
{
    public const int MaxHashtagsLength = 200;

    public string Description { get; set; } = "";
    public string Hashtags { get; set; } = "";

    public IEnumerable<FormFault> Check()
    {
        if (FormFault.IfLonger("day-description", Description, DayOfAction.MaxTextLength) is { } longText)
            yield return longText;
        if (FormFault.IfLonger("day-hashtags", Hashtags, MaxHashtagsLength) is { } longTags)
            yield return longTags;
    }
}
