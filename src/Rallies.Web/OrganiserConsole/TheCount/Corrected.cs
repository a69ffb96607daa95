namespace Rallies.Web.OrganiserConsole.TheCount;

/// <summary>How a correction ended.</summary>
public enum Corrected
{
    Recorded,
    NotAllowed,

    /// <summary>Nobody could have counted yet.</summary>
    NotOpen,

    /// <summary>Nothing was recorded; the same again will do.</summary>
    Busy,
}
