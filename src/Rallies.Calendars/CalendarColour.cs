using System.Drawing;

namespace Rallies.Calendars;

/// <summary>A colour by its CSS3 name, as RFC 7986 §5.9 wants it; Apple's calendars get the same one in figures.</summary>
public sealed record CalendarColour
{
    /// <param name="name">A CSS3 colour name, such as "crimson"; "grey" and "gray" are the same.</param>
    /// <exception cref="ArgumentException">No such colour.</exception>
    public CalendarColour(string name)
    {
        var colour = Color.FromName(name.Replace("grey", "gray", StringComparison.OrdinalIgnoreCase));
        if (!colour.IsKnownColor || colour.IsSystemColor || colour.A != 255)
            throw new ArgumentException($"'{name}' is not the name of a CSS3 colour; 'crimson' would be one.");
        Name = colour.Name.ToLowerInvariant();
        Figures = FormattableString.Invariant($"#{colour.R:X2}{colour.G:X2}{colour.B:X2}");
    }

    public string Name { get; }

    /// <summary>Red, green and blue as <c>#RRGGBB</c>.</summary>
    public string Figures { get; }
}
