namespace Rallies.Web.OrganiserConsole.Parts;

/// <summary>Why something is called off, hidden or restored: said in public, so never empty.</summary>
public static class Reason
{
    public const int MaxLength = 500;

    public static IEnumerable<FormFault> Faults(string field, string because)
    {
        if (string.IsNullOrWhiteSpace(because))
            yield return new(field, "fault.reason");
        else if (FormFault.IfLonger(field, because, MaxLength) is { } tooLong)
            yield return tooLong;
    }
}
