namespace Rallies.Web.UseCases;

/// <summary>How an attempt to change something ended.</summary>
public enum Change
{
    Made,

    /// <summary>It was so already; nothing was written and nobody is told.</summary>
    AlreadySo,

    /// <summary>Whoever asked holds no grant for it, or no longer.</summary>
    NotAllowed,
    NotFound,

    /// <summary>Somebody else changed it after whoever asked had last looked; nothing was written.</summary>
    ChangedMeanwhile,

    /// <summary>The rally has become part of another: it is changed there, or made one of its own first.</summary>
    PartOfAnother,
}
