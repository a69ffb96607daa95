namespace Rallies.Web.UseCases;

/// <summary>How it ended when the chair said something.</summary>
public enum Cued
{
    Made,

    /// <summary>It was so already, or this very tap has come before; nobody is told.</summary>
    AlreadySo,

    /// <summary>Whoever asked holds no grant for it, or no longer.</summary>
    NotAllowed,

    /// <summary>No such rally, or nobody of that kind in its running order any more.</summary>
    NotFound,

    /// <summary>Too long before the rally or after it, or it is off.</summary>
    NotNow,
}
