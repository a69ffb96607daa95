using System.Globalization;
using System.Text;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

public sealed class FoldingTests
{
    public static TheoryData<string> CharactersOfOneToFourOctets => new("a", "é", "ت", "語", "✊", "𝔸", "🚩");

    [Fact]
    public void B1_the_text_is_UTF_8_without_a_byte_order_mark()
    {
        var octets = (Sample.Event with { Location = "Glwb y Gweithwyr, Bethesda – 工会" }).Rendered().Octets;

        Assert.StartsWith("BEGIN:VEVENT\r\n", octets.Text());
        Assert.Contains("Glwb y Gweithwyr\\, Bethesda – 工会", octets.Text());
    }

    [Fact]
    public void B2_every_line_ends_with_CRLF_also_the_last()
    {
        var calendar = CalendarAssembly.Assemble(Sample.Calendar, [Sample.Event.Rendered()]);

        // Physical() refuses a bare CR or LF anywhere, and another ending.
        Assert.Equal("END:VCALENDAR", Encoding.ASCII.GetString(ContentLines.Physical(calendar.Octets.Span)[^1]));
    }

    [Theory]
    [MemberData(nameof(CharactersOfOneToFourOctets))]
    public void B3_lines_fold_at_75_octets_between_characters(string character)
    {
        for (var offset = 60; offset <= 80; offset++)
        {
            var value = new string('x', offset - "SUMMARY:".Length) + character + character + "end";

            var written = Sample.Write(writer => writer.Text("SUMMARY"u8, value));

            Assert.All(ContentLines.Physical(written), line => Assert.InRange(line.Length, 1, 75));
            Assert.Equal(["SUMMARY:" + value], ContentLines.Unfolded(written));
        }
    }

    [Theory]
    [MemberData(nameof(CharactersOfOneToFourOctets))]
    public void B3_a_line_is_folded_only_when_it_is_full(string character)
    {
        var written = Sample.Write(writer => writer.Text("DESCRIPTION"u8, string.Concat(Enumerable.Repeat(character, 200))));

        var size = Encoding.UTF8.GetByteCount(character);
        Assert.All(ContentLines.Physical(written)[..^1], line => Assert.InRange(line.Length, 75 - size + 1, 75));
    }

    [Theory]
    [InlineData(75, 1)]
    [InlineData(76, 2)]
    public void B3_a_line_of_75_octets_is_not_folded(int octets, int lines)
    {
        var written = Sample.Write(writer => writer.Text("SUMMARY"u8, new string('x', octets - "SUMMARY:".Length)));

        Assert.Equal(lines, ContentLines.Physical(written).Length);
    }

    [Theory]
    [InlineData("e\u0301")]
    [InlineData("👩🏽\u200D🏭")]
    [InlineData("✊\uFE0F")]
    [InlineData("🏴󠁧󠁢󠁷󠁬󠁳󠁿")]
    [InlineData("🇵🇸")]
    [InlineData("각")]
    public void B3_folds_do_not_cut_through_a_grapheme(string grapheme)
    {
        for (var offset = 40; offset <= 80; offset++)
        {
            var value = new string('x', offset - "SUMMARY:".Length) + grapheme + "end";

            var written = Sample.Write(writer => writer.Text("SUMMARY"u8, value));

            Assert.Contains(
                ContentLines.Physical(written),
                line => Encoding.UTF8.GetString(line).Contains(grapheme, StringComparison.Ordinal)
            );
            Assert.Equal(["SUMMARY:" + value], ContentLines.Unfolded(written));
        }
    }

    [Fact]
    public void B3_a_grapheme_longer_than_a_line_is_folded_between_its_characters()
    {
        var tower = "o" + new string('\u0335', 120);
        Assert.Equal(1, new StringInfo(tower).LengthInTextElements);

        var written = Sample.Write(writer => writer.Text("SUMMARY"u8, tower));

        Assert.All(ContentLines.Physical(written), line => Assert.InRange(line.Length, 1, 75));
        Assert.Equal(["SUMMARY:" + tower], ContentLines.Unfolded(written));
    }

    [Fact]
    public void B3_parameters_and_addresses_fold_too()
    {
        var written = Sample.Write(writer =>
            writer
                .Property("X-PLACE"u8)
                .Parameter("X-TITLE"u8, string.Concat(Enumerable.Repeat("Sgwâr y Castell, ", 12)))
                .Uri(new Uri("https://example.org/" + new string('a', 200)))
        );

        Assert.All(ContentLines.Physical(written), line => Assert.InRange(line.Length, 1, 75));
        Assert.Single(ContentLines.Unfolded(written));
    }
}
