using System.Text;

namespace Rallies.Web.Public.Press;

/// <summary>The press sheet as plain text, to be pasted into a story or a mail.</summary>
internal static class PressText
{
    public static string Of(PressSheet sheet)
    {
        var text = new StringBuilder();
        if (sheet.Warning is { } warning)
            text.Append(warning.ToUpperInvariant()).Append("\n\n");
        text.Append(sheet.Title).Append('\n').Append(sheet.When).Append('\n').Append(sheet.Stamp).Append("\n\n");
        if (sheet.Figure is { } figure)
            text.Append(figure).Append(' ').Append(sheet.FigureOf).Append('\n');
        foreach (var fact in sheet.Facts)
            text.Append(fact).Append('\n');
        foreach (var section in sheet.Sections)
            Add(text, section);
        return text.ToString();
    }

    private static void Add(StringBuilder text, PressSection section)
    {
        text.Append('\n').Append(section.Title.ToUpperInvariant()).Append('\n');
        foreach (var sentence in section.Said)
            text.Append(sentence).Append('\n');
        foreach (var row in section.Rows)
            text.Append("- ").Append(Line(row)).Append('\n');
        foreach (var link in section.Links)
            text.Append(link.Words).Append(": ").Append(link.Address).Append('\n');
    }

    private static string Line(PressRow row)
    {
        var name = row.Where.Length > 0 ? $"{row.Name}, {row.Where}" : row.Name;
        return $"{name}: {string.Join(", ", new[] { row.Figure, row.Basis, row.When }.Where(part => part.Length > 0))}";
    }
}
