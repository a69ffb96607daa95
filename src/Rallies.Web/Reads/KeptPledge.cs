using Rallies.Domain.Permissions;

namespace Rallies.Web.Reads;

/// <summary>A pledge as its link shows it.</summary>
public sealed record KeptPledge
{
    /// <summary>By which it was found.</summary>
    public required Secret Secret { get; init; }
    public required string Day { get; init; }

    /// <summary>Slug of the rally.</summary>
    public required string Town { get; init; }
    public required string TownName { get; init; }

    /// <summary>What they had pledged for, when that is part of this rally now; otherwise null.</summary>
    public string? PledgedFor { get; init; }

    /// <summary>Others, 0 to 20.</summary>
    public required int Bringing { get; init; }
    public required bool IsWithdrawn { get; init; }

    /// <summary>Found by the secret that only the mail tells: whoever looks reads that address's mails.</summary>
    public required bool CameByMail { get; init; }
    public required PledgeMail Mail { get; init; }

    /// <summary>It stands in a calendar of their own.</summary>
    public required bool IsInCalendar { get; init; }
}
