using PdfSharp.Drawing;

namespace Rallies.Web.Public.Press.Paper;

/// <summary>The tokens' colours by day. What carries meaning survives a photocopier.</summary>
internal static class PaperInk
{
    public static readonly XColor Black = XColor.FromArgb(0x17, 0x13, 0x0e);
    public static readonly XColor Soft = XColor.FromArgb(0x4d, 0x44, 0x38);
    public static readonly XColor Line = XColor.FromArgb(0x7c, 0x70, 0x5c);
    public static readonly XColor Hairline = XColor.FromArgb(0xd8, 0xcd, 0xb6);
    public static readonly XColor White = XColor.FromArgb(0xff, 0xff, 0xff);
    public static readonly XColor Live = XColor.FromArgb(0xff, 0xd2, 0x1f);
}
