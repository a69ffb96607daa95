using PdfSharp.Drawing;
using Rallies.Web.Public.Press.Paper;

namespace Rallies.Tests.Press;

/// <summary>How letters fit into the room that paper gives them.</summary>
public sealed class PaperFaceTests
{
    [Fact]
    public void A_great_total_stands_in_one_line_whatever_its_width()
    {
        using var sheet = XGraphics.CreateMeasureContext(new XSize(595, 842), XGraphicsUnit.Point, XPageDirection.Downwards);
        var face = new PaperFace("placard", 44);

        for (var (width, total) = (200.0, 1_075); width < 400; (width, total) = (width + 0.7, total + 173))
            Assert.Single(
                face.Filling(sheet, $"{total:N0}–{total + 5_320:N0}", width, 96).Lines(sheet, $"{total:N0}–{total + 5_320:N0}", width)
            );
    }

    [Fact]
    public void A_word_wider_than_a_line_is_broken_between_letters_and_their_accents()
    {
        var word = string.Concat(Enumerable.Repeat("e\u0301👩‍🌾", 40));
        using var sheet = XGraphics.CreateMeasureContext(new XSize(595, 842), XGraphicsUnit.Point, XPageDirection.Downwards);

        var lines = new PaperFace("bold", 9.5).Lines(sheet, word, 60).ToList();

        Assert.InRange(lines.Count, 2, 80);
        Assert.Equal(word, string.Concat(lines));
        Assert.All(lines, line => Assert.True(line.StartsWith('e') || line.StartsWith("👩", StringComparison.Ordinal), line));
    }
}
