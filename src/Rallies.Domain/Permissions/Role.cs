namespace Rallies.Domain.Permissions;

/// <summary>What a private link makes of whoever opens it.</summary>
public enum Role
{
    /// <summary>Runs the site; not tied to one rally.</summary>
    Admin,
    Owner,
    CoOrganiser,
    Steward,
}
