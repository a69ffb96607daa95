using Rallies.Domain.Speakers;

namespace Rallies.Web.OrganiserConsole.WhoSpeaks;

internal static class SlotNames
{
    /// <summary>The speaker, or what it is where nobody speaks.</summary>
    public static string Called(this Slot slot) => slot.Speaker?.Name ?? slot.Title;
}
