using NodaTime;

namespace Rallies.Domain.Disputes;

/// <summary>Working people and their employer in conflict, as a source outside this site reports it.</summary>
public sealed class Dispute
{
    public const int MaxNameLength = 80;
    public const int MaxTextLength = 2_000;

    public Dispute(Slug slug, string union, string employer, DisputeStage stage, string sourceUrl, int? proposedBy, Instant now)
    {
        Slug = slug.Value;
        Report(union, employer, sourceUrl, now);
        Stage = stage;
        ProposedByRallyId = proposedBy;
        AcceptedAt = proposedBy is null ? now : null;
        EnteredAt = ChangedAt = now;
    }

    private Dispute() { }

    public int Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Union { get; private set; } = "";
    public string Employer { get; private set; } = "";
    public string Demands { get; private set; } = "";

    /// <summary>What visitors can bring or do.</summary>
    public string Help { get; private set; } = "";
    public DisputeStage Stage { get; private set; }

    /// <summary>Where it is reported; required, as a picket line that does not exist costs people their morning.</summary>
    public string SourceUrl { get; private set; } = "";
    public string? StrikeFundUrl { get; private set; }
    public string? PetitionUrl { get; private set; }

    /// <summary>The rally whose owner proposed it; null when an admin entered it.</summary>
    public int? ProposedByRallyId { get; private set; }

    /// <summary>Null while a proposal waits for an admin; until then it is on no page and in no feed.</summary>
    public Instant? AcceptedAt { get; private set; }
    public Instant EnteredAt { get; private set; }
    public Instant ChangedAt { get; private set; }

    /// <summary>Picket lines stand: the strike is on.</summary>
    public bool IsOn => Stage is not (DisputeStage.Suspended or DisputeStage.Settled);

    /// <summary>Who against whom, and where it is reported. The address of its page stays.</summary>
    public void Report(string union, string employer, string sourceUrl, Instant now)
    {
        Union = Text.Required(union, MaxNameLength, nameof(union));
        Employer = Text.Required(employer, MaxNameLength, nameof(employer));
        SourceUrl = WebAddress.Require(sourceUrl);
        ChangedAt = now;
    }

    public void Describe(string demands, string help, string? strikeFundUrl, string? petitionUrl, Instant now)
    {
        Demands = Text.Optional(demands, MaxTextLength, nameof(demands));
        Help = Text.Optional(help, MaxTextLength, nameof(help));
        StrikeFundUrl = string.IsNullOrWhiteSpace(strikeFundUrl) ? null : WebAddress.Require(strikeFundUrl);
        PetitionUrl = string.IsNullOrWhiteSpace(petitionUrl) ? null : WebAddress.Require(petitionUrl);
        ChangedAt = now;
    }

    public bool Reach(DisputeStage stage, Instant now)
    {
        if (stage == Stage)
            return false;
        (Stage, ChangedAt) = (stage, now);
        return true;
    }

    public bool Accept(Instant now)
    {
        if (AcceptedAt is not null)
            return false;
        AcceptedAt = ChangedAt = now;
        return true;
    }
}
