namespace Rallies.Web.Public.Press;

/// <summary>One heading of the press sheet: sentences, then rows, then where to read on.</summary>
/// <param name="Name">By which page and tests know it.</param>
public sealed record PressSection(string Name, string Title)
{
    public IReadOnlyList<string> Said { get; init; } = [];
    public IReadOnlyList<PressRow> Rows { get; init; } = [];
    public IReadOnlyList<PressLink> Links { get; init; } = [];

    /// <summary>The one sentence that is true wherever it is pasted.</summary>
    public bool IsQuote { get; init; }

    public bool IsEmpty => Said.Count + Rows.Count + Links.Count == 0;
}
