namespace Rallies.Web.Live;

/// <summary>How a page is told what happens.</summary>
public enum Transport
{
    /// <summary>Over the hub: the rule.</summary>
    Hub,

    /// <summary>Over the stream, which costs less for each viewer.</summary>
    Stream,
}
