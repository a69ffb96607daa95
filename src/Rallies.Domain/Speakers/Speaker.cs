namespace Rallies.Domain.Speakers;

/// <summary>Somebody who speaks, plays or interprets; the same person in every town they go to.</summary>
public sealed class Speaker
{
    public const int MaxNameLength = 80;

    public Speaker(Slug slug, string name, SpeakerRole role, string organisation)
    {
        Slug = slug.Value;
        Name = Text.Required(name, MaxNameLength, nameof(name));
        Role = role;
        Organisation = Text.Optional(organisation, MaxNameLength, nameof(organisation));
    }

    private Speaker() { }

    public int Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public SpeakerRole Role { get; private set; }

    /// <summary>A union branch, a party, a campaign; empty when they speak for themselves.</summary>
    public string Organisation { get; private set; } = "";
}
