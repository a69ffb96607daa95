namespace Rallies.Web.Feeds;

/// <summary>The right-hand side of every calendar UID: decided at the first start and kept for ever (RFC 7986 §5.3).</summary>
public sealed class UidDomain
{
    private string? value;

    public string Value
    {
        get => value ?? throw new InvalidOperationException("The UID domain is read at start, before anything is published.");
        internal set => this.value = value;
    }

    public string Uid(Guid id) => $"{id:D}@{Value}";

    public string Uid(string name) => $"{name}@{Value}";
}
