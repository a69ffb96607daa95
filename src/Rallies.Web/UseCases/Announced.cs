namespace Rallies.Web.UseCases;

/// <summary>How an attempt to announce something, or to take it back, ended.</summary>
public enum Announced
{
    Made,

    /// <summary>It has been said, or taken back, before; nobody is told again.</summary>
    AlreadySo,

    /// <summary>Whoever asked holds no grant for it, or no longer.</summary>
    NotAllowed,
    NotFound,

    /// <summary>Empty, or longer than 280 characters.</summary>
    NotSaid,

    /// <summary>One came a moment ago, or ten within the hour.</summary>
    TooOften,
}
