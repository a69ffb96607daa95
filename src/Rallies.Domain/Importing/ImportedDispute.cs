namespace Rallies.Domain.Importing;

/// <summary>Which dispute an entry of somebody's strike list has become: known by whose list it is and the number the list gives it.</summary>
public sealed class ImportedDispute
{
    public const int MaxExternalIdLength = 120;

    public ImportedDispute(Slug source, string externalId, int disputeId)
    {
        Source = source.Value;
        ExternalId = Text.Required(externalId, MaxExternalIdLength, nameof(externalId));
        DisputeId = disputeId;
    }

    private ImportedDispute() { }

    public int Id { get; private set; }
    public string Source { get; private set; } = "";
    public string ExternalId { get; private set; } = "";
    public int DisputeId { get; private set; }
}
