using System.Globalization;
using NodaTime;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Rallies.Web.Public.Press.Paper;

/// <summary>The press sheet on A4.</summary>
internal static class PressPaper
{
    private const double MapHeight = 250;
    private static readonly Lazy<Faces> faces = new(() => new());
    private static readonly Lock pressing = new();

    /// <summary>One at a time: PDFsharp does not promise that two papers may share fonts.</summary>
    public static byte[] Of(PressSheet sheet, PaperMap map, Instant at)
    {
        lock (pressing)
            return Print(sheet, map, at);
    }

    private static byte[] Print(PressSheet sheet, PaperMap map, Instant at)
    {
        using var document = new PdfDocument();
        document.Info.Title = $"{sheet.Title} – {sheet.Kicker}";
        document.Info.Creator = "Rallies";
        document.Info.CreationDate = at.ToDateTimeUtc();
        document.Language = CultureInfo.CurrentUICulture.Name;
        document.ViewerPreferences.DisplayDocTitle = true;
        using (var pen = new PaperPen(document))
        {
            Head(pen, sheet, map);
            foreach (var section in sheet.Sections)
                Section(pen, section);
        }
        Feet(document, sheet);
        using var octets = new MemoryStream();
        document.Save(octets);
        return octets.ToArray();
    }

    private static void Head(PaperPen pen, PressSheet sheet, PaperMap map)
    {
        var page = pen.Sheet;
        Mark(page);
        pen.Paragraph(faces.Value.Bold, sheet.Kicker);
        var mapWidth = map.WidthAt(MapHeight);
        pen.Narrowed = (PaperPen.Right - mapWidth - 18, pen.Y + 20 + MapHeight);
        map.Draw(page, PaperPen.Right - mapWidth, pen.Y + 20, MapHeight);
        pen.Paragraph(faces.Value.Title, sheet.Title.ToUpper(CultureInfo.CurrentUICulture), leading: 1);
        pen.Skip(8);
        pen.Paragraph(faces.Value.Text, sheet.When);
        pen.Paragraph(faces.Value.Bold, sheet.Stamp);
        pen.Skip(8);
        if (sheet.Warning is { } warning)
            pen.Band(faces.Value.Bold, warning);
        if (sheet.Figure is { } figure)
        {
            pen.Paragraph(faces.Value.Title.Filling(page, figure, pen.Narrowed.Right - PaperPen.Left, most: 96), figure, leading: 1.02);
            pen.Paragraph(faces.Value.Title.At(24), sheet.FigureOf);
        }
        pen.Skip(4);
        foreach (var fact in sheet.Facts)
            pen.Paragraph(faces.Value.Lead, fact);
    }

    private static void Section(PaperPen pen, PressSection section)
    {
        if (section.Rows.Count > 0)
            pen.SkipTo(pen.Narrowed.Until);
        pen.Skip(14);
        pen.Needs(60);
        pen.Paragraph(faces.Value.Title.At(18), section.Title, leading: 1.25);
        foreach (var said in section.Said)
        {
            pen.Paragraph(section.IsQuote ? faces.Value.Lead : faces.Value.Text, said);
            pen.Skip(2);
        }
        if (section.Rows.Count > 0)
        {
            pen.Skip(2);
            pen.Rule(1.5);
        }
        foreach (var row in section.Rows)
            pen.Row(row, faces.Value.Bold, faces.Value.Small, faces.Value.Figure);
        foreach (var link in section.Links)
            pen.Link(faces.Value.Text, link);
    }

    // The placard: black on white survives a photocopier.
    private static void Mark(XGraphics page)
    {
        const string name = "RALLIES";
        var face = faces.Value.Title.At(20);
        var width = face.Width(page, name) + 14;
        page.DrawRectangle(new XSolidBrush(PaperInk.Black), PaperPen.Right - width, 36, width, 26);
        face.Draw(page, name, new XSolidBrush(PaperInk.White), PaperPen.Right - width + 7, 56);
    }

    // Of a rehearsal every sheet says so, in a line of its own, and a long name gives way to the moment of the figures.
    private static void Feet(PdfDocument document, PressSheet sheet)
    {
        const double line = 815;
        for (var i = 0; i < document.PageCount; i++)
        {
            using var page = XGraphics.FromPdfPage(document.Pages[i]);
            var number = $"{i + 1}/{document.PageCount}";
            var soft = new XSolidBrush(PaperInk.Soft);
            var numberAt = PaperPen.Right - faces.Value.Small.Width(page, number);
            var stamp = $" · {sheet.Stamp}";
            var room = numberAt - 8 - PaperPen.Left - faces.Value.Small.Width(page, stamp);
            faces.Value.Small.Draw(page, faces.Value.Small.Fit(page, sheet.Title, room) + stamp, soft, PaperPen.Left, line);
            faces.Value.Small.Draw(page, number, soft, numberAt, line);
            if (sheet.Warning is { } warning)
                faces.Value.Bold.Draw(page, warning, soft, PaperPen.Left, line - 13);
        }
    }

    private sealed class Faces
    {
        public PaperFace Title { get; } = new("placard", 44);
        public PaperFace Figure { get; } = new("placard", 14);
        public PaperFace Lead { get; } = new("text", 11.5);
        public PaperFace Text { get; } = new("text", 9.5);
        public PaperFace Bold { get; } = new("bold", 9.5);
        public PaperFace Small { get; } = new("text", 8.5);
    }
}
