namespace Rallies.Web.Guards;

/// <summary>What is counted by network address, each on its own.</summary>
internal enum RateLimited
{
    AnyRequest,
    Starting,
    AskingForMail,
    OpeningLinks,
    Pledging,
    Tapping,
    CheckingCalendars,
}
