using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Rallies.Web.Public.Press.Paper;

/// <summary>Writes down A4 sheets from the top, and takes a new one when there is no more room.</summary>
internal sealed class PaperPen(PdfDocument document) : IDisposable
{
    public const double Left = 45;
    public const double Right = 550;
    private const double Top = 48;
    private const double Bottom = 785;
    private readonly XBrush ink = new XSolidBrush(PaperInk.Black);
    private readonly XBrush soft = new XSolidBrush(PaperInk.Soft);
    private XGraphics? sheet;

    /// <summary>Of the next line's top.</summary>
    public double Y { get; private set; } = Top;

    public XGraphics Sheet => sheet ?? TakeSheet();

    /// <summary>What stands at the right of the first lines narrows them until here.</summary>
    public (double Right, double Until) Narrowed { get; set; }

    private double End => Y < Narrowed.Until ? Narrowed.Right : Right;

    public void Skip(double points) => Y += points;

    public void SkipTo(double y) => Y = Math.Max(Y, y);

    /// <summary>A heading must not be the last line of a sheet.</summary>
    public void Needs(double points)
    {
        if (Y + points > Bottom)
            TakeSheet();
    }

    public void Paragraph(PaperFace face, string text, bool isSoft = false, double leading = 1.32)
    {
        foreach (var line in face.Lines(Sheet, text, End - Left).ToList())
        {
            Needs(face.Size * leading);
            face.Draw(Sheet, line, isSoft ? soft : ink, Left, Y + face.Size);
            Y += face.Size * leading;
        }
    }

    /// <summary>White on black.</summary>
    public void Band(PaperFace face, string text)
    {
        Sheet.DrawRectangle(ink, Left, Y, End - Left, face.Size * 2);
        face.Draw(Sheet, text, new XSolidBrush(PaperInk.Live), Left + 8, Y + face.Size * 1.35);
        Y += face.Size * 2.6;
    }

    public void Rule(double weight) => Sheet.DrawLine(new XPen(PaperInk.Black, weight), Left, Y, Right, Y);

    public void Row(PressRow row, PaperFace name, PaperFace text, PaperFace figure)
    {
        const double height = 18;
        const double basisAt = 215;
        const double whenAt = 385;
        const double gap = 8;
        Needs(height);
        var line = Y + 13;
        name.Draw(Sheet, name.Fit(Sheet, row.Name, basisAt - gap - Left), ink, Left, line);
        var whereAt = Left + name.Width(Sheet, row.Name + " ");
        if (whereAt + text.Width(Sheet, row.Where) < basisAt)
            text.Draw(Sheet, row.Where, soft, whereAt, line);
        var figureAt = Right - figure.Width(Sheet, row.Figure);
        text.Draw(Sheet, text.Fit(Sheet, row.Basis, (row.When.Length > 0 ? whenAt : figureAt) - gap - basisAt), ink, basisAt, line);
        text.Draw(Sheet, text.Fit(Sheet, row.When, figureAt - gap - whenAt), soft, whenAt, line);
        figure.Draw(Sheet, row.Figure, ink, figureAt, line);
        Y += height;
        Sheet.DrawLine(new XPen(PaperInk.Hairline, 0.6), Left, Y, Right, Y);
    }

    public void Link(PaperFace face, PressLink link)
    {
        Needs(face.Size * 3);
        Paragraph(face, $"{link.Words}:");
        var width = face.Width(Sheet, link.Address);
        var box = new XRect(Left, Y, width, face.Size * 1.3);
        Sheet.PdfPage!.AddWebLink(new PdfRectangle(Sheet.Transformer.WorldToDefaultPage(box)), link.Address);
        Paragraph(face, link.Address);
        Skip(2);
    }

    private XGraphics TakeSheet()
    {
        sheet?.Dispose();
        var page = document.AddPage();
        page.Size = PdfSharp.PageSize.A4;
        (Y, Narrowed) = (Top, default);
        return sheet = XGraphics.FromPdfPage(page);
    }

    public void Dispose() => sheet?.Dispose();
}
