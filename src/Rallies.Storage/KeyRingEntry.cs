namespace Rallies.Storage;

/// <summary>One element of the data-protection key ring, for sites on PostgreSQL; on SQLite the ring lies beside the database.</summary>
public sealed class KeyRingEntry(string friendlyName, string xml)
{
    public int Id { get; private set; }
    public string FriendlyName { get; private set; } = friendlyName;
    public string Xml { get; private set; } = xml;
}
