using System.Globalization;
using PdfSharp.Drawing;
using Rallies.Web.Public.Boards;
using Rallies.Web.Towns;

namespace Rallies.Web.Public.Press.Paper;

/// <summary>The land with its towns lit, as on the board.</summary>
internal sealed record PaperMap(Outline Land, IReadOnlyList<PaperMap.Dot> Dots)
{
    public double WidthAt(double height) => height * Land.ViewBox[2] / Land.ViewBox[3];

    public static PaperMap Of(BoardView board)
    {
        var land = Outline.Covering(board.Lines.Select(line => line.Rally.Town.Country));
        return new(
            land,
            [
                .. from line in board.Lines
                where !line.IsOff
                orderby line.Row.IsReporting, line.Row.Headcount.High descending
                select new Dot(land.Project(line.Rally.Coordinates), line.Row.IsReporting, line.Row.Headcount.High),
            ]
        );
    }

    public void Draw(XGraphics page, double left, double top, double height)
    {
        var scale = height / Land.ViewBox[3];
        var state = page.Save();
        page.TranslateTransform(left, top);
        page.ScaleTransform(scale);
        page.DrawPath(new XSolidBrush(PaperInk.Black), Shape());
        foreach (var dot in Dots)
        {
            var radius = dot.IsLit ? Math.Max(5, 0.22 * Math.Sqrt(dot.People)) : 3;
            var (pen, brush) = dot.IsLit ? (PaperInk.Black, PaperInk.Live) : (PaperInk.Black, PaperInk.Line);
            page.DrawEllipse(new XPen(pen, 2), new XSolidBrush(brush), dot.At.X - radius, dot.At.Y - radius, radius * 2, radius * 2);
        }
        page.Restore(state);
    }

    // The gazetteer writes nothing but "M x y", then "l" with the steps from there, then "z".
    private XGraphicsPath Shape()
    {
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        foreach (var ring in Land.Small.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = ring.Split(['M', 'l', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture))
                .ToList();
            var at = new XPoint();
            path.AddPolygon([.. numbers.Chunk(2).Select(step => at = new XPoint(at.X + step[0], at.Y + step[1]))]);
        }
        return path;
    }

    internal readonly record struct Dot(MapPoint At, bool IsLit, int People);
}
