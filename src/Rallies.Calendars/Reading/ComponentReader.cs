namespace Rallies.Calendars.Reading;

/// <summary>Puts lines together to calendars, with a stack of its own instead of recursion.</summary>
internal sealed class ComponentReader(LineReader lines, ReadingLimits limits, ComplaintList complaints, CancellationToken cancellation)
{
    private readonly Stack<Component> open = new();
    private readonly List<Component> calendars = [];
    private readonly SortedDictionary<string, int> ignored = new(StringComparer.Ordinal);
    private int components;
    private bool saidTextAfterEnd;

    /// <summary>How many components of each kind were passed over.</summary>
    public IReadOnlyDictionary<string, int> Ignored => ignored;

    /// <summary>The calendars of the file; where it is refused, they are not to be used.</summary>
    public IReadOnlyList<Component> Read()
    {
        while (!complaints.Refused && lines.Next() is { } line)
        {
            cancellation.ThrowIfCancellationRequested();
            if (PropertyReader.Read(line, limits, complaints) is { } property)
                Take(property);
            else if (!complaints.Refused)
                Refuse(line);
        }
        if (!complaints.Refused && open.TryPeek(out var unclosed))
            complaints.Add(Fault.Truncated, unclosed.Line, $"BEGIN:{unclosed.Name}", unclosed.Name);
        return calendars;
    }

    private void Take(Property property)
    {
        if (property.Name == "BEGIN")
            Begin(property);
        else if (property.Name == "END")
            End(property);
        else if (!open.TryPeek(out var component))
            TakeOutside(property.Line, $"{property.Name}:{property.Value}");
        else
        {
            component.Add(property);
            if (component.Size > limits.PropertiesPerComponent)
                complaints.Add(Fault.TooManyProperties, property.Line, component.Name, component.Name, limits.PropertiesPerComponent);
        }
    }

    private void Refuse(FileLine line)
    {
        if (open.Count == 0)
            TakeOutside(line.Number, line.Text);
        else
            complaints.Add(Fault.NotAProperty, line.Number, line.Text);
    }

    // Some exporters write a comment behind the end.
    private void TakeOutside(int line, string text)
    {
        if (calendars.Count == 0)
            complaints.Add(Fault.NotACalendar, line, text);
        else if (!saidTextAfterEnd)
            complaints.Add(Fault.TextAfterEnd, line, text);
        saidTextAfterEnd = true;
    }

    private void Begin(Property begin)
    {
        var name = begin.Value.Trim().ToUpperInvariant();
        var parent = open.TryPeek(out var outer) ? outer : null;
        var text = $"BEGIN:{begin.Value}";
        if (parent is null && name != "VCALENDAR")
            complaints.Add(calendars.Count == 0 ? Fault.NotACalendar : Fault.OutsideCalendar, begin.Line, text);
        else if (++components > limits.Components)
            complaints.Add(Fault.TooManyComponents, begin.Line, text, limits.Components);
        else if (open.Count == limits.Depth)
            complaints.Add(Fault.TooDeep, begin.Line, text, limits.Depth);
        else if (parent is { IsRead: true } && !BelongsIn(parent.Name, name))
            complaints.Add(Fault.Unbalanced, begin.Line, text, parent.Name, parent.Line);
        else
            Open(new Component(name, begin.Line, IsRead(parent, name)), parent);
    }

    private void Open(Component component, Component? parent)
    {
        open.Push(component);
        if (parent is null)
            calendars.Add(component);
        parent?.Add(component);
        if (component.IsRead)
            return;
        var name = Shortened.To(40, CleanText.InOneLine(component.Name, " "));
        ignored[name] = ignored.GetValueOrDefault(name) + 1;
    }

    private void End(Property end)
    {
        if (!open.TryPeek(out var component))
            TakeOutside(end.Line, $"END:{end.Value}");
        else if (!end.Value.AsSpan().Trim().Equals(component.Name, StringComparison.OrdinalIgnoreCase))
            complaints.Add(Fault.Unbalanced, end.Line, $"END:{end.Value}", component.Name, component.Line);
        else
            open.Pop();
    }

    private static bool IsRead(Component? parent, string name) =>
        parent switch
        {
            null => true,
            { IsRead: false } => false,
            { Name: "VCALENDAR" } => name is "VEVENT" or "VTIMEZONE",
            { Name: "VTIMEZONE" } => name is "STANDARD" or "DAYLIGHT",
            _ => false,
        };

    // Where the end of one event is missing, the next would seem to stand inside it.
    private static bool BelongsIn(string parent, string name) =>
        name switch
        {
            "VCALENDAR" => false,
            "VEVENT" or "VTIMEZONE" => parent == "VCALENDAR",
            _ => true,
        };
}
