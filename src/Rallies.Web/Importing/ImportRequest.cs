namespace Rallies.Web.Importing;

/// <summary>A calendar that somebody wants to import.</summary>
/// <param name="Octets">The file as it came.</param>
/// <param name="CameFrom">The name of the file or of the host it came from: names the source where neither the asker nor the calendar does.</param>
public sealed record ImportRequest(ReadOnlyMemory<byte> Octets, string CameFrom)
{
    /// <summary>Whose calendar it is, as the asker calls it; null to take the calendar's own name.</summary>
    public string? Source { get; init; }

    /// <summary>What the server it came from calls this version; null where it tells none, and of a file.</summary>
    public FetchedVersion? Version { get; init; }

    public ImportAnswers Answers { get; init; } = new();
}
