namespace Rallies.Web.Reads;

/// <summary>What has become of a pledge's mail address.</summary>
public enum PledgeMail
{
    /// <summary>None was given.</summary>
    None,

    /// <summary>Asked to confirm, by one mail.</summary>
    Waiting,
    Confirmed,

    /// <summary>Deleted, or it had had enough mails that day and was not taken.</summary>
    NotKept,
}
