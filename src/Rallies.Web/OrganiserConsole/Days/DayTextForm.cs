using Rallies.Domain;
using Rallies.Web.OrganiserConsole.Parts;

namespace Rallies.Web.OrganiserConsole.Days;

/// <summary>What a day of action says of itself, as typed.</summary>
public sealed record DayTextForm : IForm
{
    public const int MaxHashtagsLength = 200;

    public string Description { get; set; } = "";
    public string Hashtags { get; set; } = "";

    public IEnumerable<Fault> Check()
    {
        if (Fault.IfLonger("day-description", Description, DayOfAction.MaxTextLength) is { } longText)
            yield return longText;
        if (Fault.IfLonger("day-hashtags", Hashtags, MaxHashtagsLength) is { } longTags)
            yield return longTags;
    }
}
