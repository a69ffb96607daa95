using NodaTime;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Something announced, as its maker sees it.</summary>
/// <param name="Because">Why an admin took it down; empty when its maker took it back, or nobody did.</param>
public sealed record SaidLine(Guid Id, string Text, Instant At, bool IsTakenBack, string Because);
