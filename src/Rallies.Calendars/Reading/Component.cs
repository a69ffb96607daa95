namespace Rallies.Calendars.Reading;

/// <summary>What stands between a BEGIN and its END (RFC 5545 §3.6).</summary>
/// <param name="name">In capitals.</param>
/// <param name="line">The line of its BEGIN.</param>
/// <param name="isRead">Whether what it holds is kept; otherwise it is only counted.</param>
internal sealed class Component(string name, int line, bool isRead)
{
    private readonly List<Property> properties = [];
    private readonly List<Component> children = [];

    public string Name => name;

    public int Line => line;

    public bool IsRead => isRead;

    /// <summary>How many properties it has, kept or not.</summary>
    public int Size { get; private set; }

    public IReadOnlyList<Property> Properties => properties;

    public IReadOnlyList<Component> Children => children;

    public void Add(Property property)
    {
        Size++;
        if (isRead)
            properties.Add(property);
    }

    public void Add(Component child)
    {
        if (child.IsRead)
            children.Add(child);
    }

    /// <summary>The first property of a name, or nothing.</summary>
    public Property? Find(string property)
    {
        foreach (var candidate in properties)
            if (candidate.Name == property)
                return candidate;
        return null;
    }

    public IEnumerable<Property> FindAll(string property) => properties.Where(candidate => candidate.Name == property);
}
