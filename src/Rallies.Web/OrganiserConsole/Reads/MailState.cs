namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>What has become of a mail.</summary>
public enum MailState
{
    Waiting,
    Sent,

    /// <summary>It waited for 7 days; its body was deleted and it will not be sent.</summary>
    GivenUp,
}
