using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Rallies.Web.Public.Press.Paper;

/// <summary>
/// The house's faces for print, embedded in the program and in every paper. Each comes in two files, as fontsource has it: the letters
/// of western Europe, and those beyond, among them ŵ and ŷ.
/// </summary>
internal sealed class PaperFonts : IFontResolver
{
    private static readonly Lazy<PaperFonts> registered = new(Register);

    private PaperFonts() { }

    /// <summary>PDFsharp knows one resolver in a process.</summary>
    public static XFont Font(string face, double size)
    {
        _ = registered.Value;
        return new XFont(face, size, XFontStyleEx.Regular, new XPdfFontOptions(PdfSharp.Pdf.PdfFontEncoding.Unicode));
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(familyName);

    public byte[]? GetFont(string faceName)
    {
        var resource = $"fonts/{faceName}.ttf";
        using var file =
            typeof(PaperFonts).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded: build the project anew.");
        using var octets = new MemoryStream();
        file.CopyTo(octets);
        return octets.ToArray();
    }

    private static PaperFonts Register()
    {
        var fonts = new PaperFonts();
        GlobalFontSettings.FontResolver = fonts;
        return fonts;
    }
}
