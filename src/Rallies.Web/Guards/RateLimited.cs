namespace Rallies.Web.Guards;

/// <summary>What is counted by network address, each on its own.</summary>
internal enum RateLimited
{
    AnyRequest,
    Starting,
    OpeningLinks,
    Pledging,
    CheckingIn,
    Tapping,
}
