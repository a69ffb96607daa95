using System.Globalization;
using PdfSharp.Drawing;

namespace Rallies.Web.Public.Press.Paper;

/// <summary>One face in one size, over both files that its letters are spread over.</summary>
/// <param name="Name">placard, text or bold: the names of the files.</param>
/// <param name="Size">In points.</param>
internal sealed record PaperFace(string Name, double Size)
{
    private readonly XFont near = PaperFonts.Font($"{Name}-latin", Size);
    private readonly XFont far = PaperFonts.Font($"{Name}-latin-ext", Size);

    public PaperFace At(double size) => new(Name, size);

    public double Width(XGraphics page, string text) => Runs(text).Sum(run => page.MeasureString(run.Text, run.Font).Width);

    /// <param name="y">Of the line the letters stand on.</param>
    public void Draw(XGraphics page, string text, XBrush ink, double x, double y)
    {
        foreach (var (run, font) in Runs(text))
        {
            page.DrawString(run, font, ink, x, y);
            x += page.MeasureString(run, font).Width;
        }
    }

    /// <summary>As large as one line of it may be, in whole points, so that no rounding breaks the line.</summary>
    public PaperFace Filling(XGraphics page, string text, double width, double most) =>
        At(Math.Min(most, Math.Floor(Size * width / Width(page, text))));

    /// <summary>As much of it as fits, with an ellipsis where it was cut.</summary>
    public string Fit(XGraphics page, string text, double width)
    {
        if (Width(page, text) <= width)
            return text;
        var letters = new StringInfo(text);
        return Enumerable
                .Range(0, letters.LengthInTextElements)
                .Reverse()
                .Select(length => letters.SubstringByTextElements(0, length).TrimEnd(' ', ',') + "…")
                .FirstOrDefault(cut => Width(page, cut) <= width)
            ?? "";
    }

    /// <summary>Broken at spaces, so that each line fits, and within a word that is wider than a line.</summary>
    public IEnumerable<string> Lines(XGraphics page, string text, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(page, longer) > width)
            {
                yield return line;
                longer = word;
            }
            while (Width(page, longer) > width)
            {
                var letters = Fitting(page, longer, width);
                yield return longer[..letters];
                longer = longer[letters..];
            }
            line = longer;
        }
        if (line.Length > 0)
            yield return line;
    }

    // One letter at least, or it would never end, and with its accents (UAX #29).
    private int Fitting(XGraphics page, string word, double width)
    {
        int[] ends = [.. StringInfo.ParseCombiningCharacters(word).Skip(1), word.Length];
        return ends.Skip(1).TakeWhile(end => Width(page, word[..end]) <= width).Append(0).Max() is > 0 and var fits ? fits : ends[0];
    }

    private IEnumerable<(string Text, XFont Font)> Runs(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = start + 1;
            while (end < text.Length && IsFar(text[end]) == IsFar(text[start]))
                end++;
            yield return (text[start..end], IsFar(text[start]) ? far : near);
            start = end;
        }
    }

    // As fonts.css has it in its unicode-range: Œ and œ are in the near file.
    private static bool IsFar(char letter) => letter is (>= 'Ā' and <= 'ſ' and not ('Œ' or 'œ')) or (>= 'Ẁ' and <= 'ẅ') or 'Ỳ' or 'ỳ';
}
