namespace Rallies.Web.Access;

/// <summary>What the gate shows: the text that was pasted and led nowhere, if any.</summary>
/// <param name="DoorIn">The town at whose door somebody stands; null before the console.</param>
/// <param name="ScreenIn">The town on whose square somebody puts up a screen.</param>
public sealed record GateModel(string? Pasted, string? DoorIn = null, string? ScreenIn = null);

/// <summary>What the form for a lost link shows: what was typed, and which fields are wrong.</summary>
public sealed record LostModel(string? Town, string? Mail, bool TownUnknown, bool MailWrong, bool Sent);

/// <summary>The grants of this browser, in words.</summary>
public sealed record BrowserModel(IReadOnlyList<BrowserModel.Link> Links)
{
    /// <param name="Town">Null for an admin's.</param>
    public sealed record Link(Rallies.Domain.Permissions.Role Role, string Name, string? Day, string? Town, string? Where);
}
