using System.Drawing;

namespace Rallies.Calendars;

/// <summary>A colour by its CSS3 name, as RFC 7986 §5.9 wants it; Apple's calendars get the same one in figures.</summary>
public sealed record CalendarColour
{
    /// <param name="name">A CSS3 colour name, such as "crimson"; "grey" and "gray" are the same.</param>
    /// <exception cref="ArgumentException">No such colour.</exception>
    public CalendarColour(string name)
    {
        var colour = Named(name);
        if (!IsCss3(colour))
            throw new ArgumentException($"'{name}' is not the name of a CSS3 colour; 'crimson' would be one.");
        Name = colour.Name.ToLowerInvariant();
        Figures = FormattableString.Invariant($"#{colour.R:X2}{colour.G:X2}{colour.B:X2}");
    }

    public string Name { get; }

    /// <summary>Whether CSS3 knows a colour by this name.</summary>
    internal static bool IsName(string name) => IsCss3(Named(name));

    /// <summary>Red, green and blue as <c>#RRGGBB</c>.</summary>
    public string Figures { get; }

    private static Color Named(string name) => Color.FromName(name.Replace("grey", "gray", StringComparison.OrdinalIgnoreCase));

    private static bool IsCss3(Color colour) => colour is { IsKnownColor: true, IsSystemColor: false, A: 255 };
}
