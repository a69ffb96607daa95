using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.Content;
using PdfSharp.Pdf.Content.Objects;
using PdfSharp.Pdf.IO;

namespace Rallies.Tests.Press;

/// <summary>A PDF read back as a reader's search would: glyphs by each font's own table of letters. What is drawn at once is a line.</summary>
internal static partial class PaperText
{
    public static IReadOnlyList<string> Of(PdfDocument document) =>
        [.. Enumerable.Range(0, document.PageCount).SelectMany(page => Lines(document.Pages[page]))];

    public static PdfDocument Open(byte[] octets) => PdfReader.Open(new MemoryStream(octets), PdfDocumentOpenMode.Import);

    private static IEnumerable<string> Lines(PdfPage page)
    {
        var fonts = page.Elements.GetDictionary("/Resources")!.Elements.GetDictionary("/Font")!;
        var letters = fonts.Elements.Keys.ToDictionary(name => name, name => LettersOf(fonts.Elements.GetDictionary(name)!));
        IReadOnlyDictionary<int, string>? current = null;
        foreach (var step in Steps(ContentReader.ReadContent(page)))
            if (step.OpCode.OpCodeName is OpCodeName.Tf)
                current = letters[((CName)step.Operands[0]).Name];
            else if (step.OpCode.OpCodeName is OpCodeName.Tj)
                yield return Read((CString)step.Operands[0], current!);
    }

    private static IEnumerable<COperator> Steps(CSequence sequence) =>
        sequence.SelectMany(thing =>
            thing switch
            {
                COperator step => [step],
                CSequence inner => Steps(inner),
                _ => Enumerable.Empty<COperator>(),
            }
        );

    private static string Read(CString glyphs, IReadOnlyDictionary<int, string> letters)
    {
        var octets = glyphs.Value;
        return string.Concat(Enumerable.Range(0, octets.Length / 2).Select(i => letters[(octets[2 * i] << 8) | octets[2 * i + 1]]));
    }

    private static Dictionary<int, string> LettersOf(PdfDictionary font)
    {
        var table = Encoding.ASCII.GetString(((PdfDictionary)((PdfReference)font.Elements["/ToUnicode"]!).Value).Stream!.UnfilteredValue);
        return Range().Matches(table).ToDictionary(m => Hex(m, "glyph"), m => char.ConvertFromUtf32(Hex(m, "letter")));
    }

    private static int Hex(Match match, string part) =>
        int.Parse(match.Groups[part].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex("<(?<glyph>[0-9A-F]{4})><[0-9A-F]{4}><(?<letter>[0-9A-F]{4})>", RegexOptions.IgnoreCase)]
    private static partial Regex Range();
}
