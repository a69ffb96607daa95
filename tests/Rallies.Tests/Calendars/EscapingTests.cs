using FsCheck;
using FsCheck.Fluent;

namespace Rallies.Tests.Calendars;

public sealed class EscapingTests
{
    [Theory]
    [InlineData(@"C:\banners", @"C:\\banners")]
    [InlineData("bread; roses, too", @"bread\; roses\, too")]
    [InlineData("one\r\ntwo\rthree\nfour\n\n", @"one\ntwo\nthree\nfour\n\n")]
    [InlineData("""11:00 "sharp" ^ ^n '!'""", """11:00 "sharp" ^ ^n '!'""")]
    [InlineData(@"\n is no line break", @"\\n is no line break")]
    public void B4_backslash_semicolon_comma_and_line_breaks_are_escaped_and_nothing_else(string text, string written) =>
        Assert.Equal(written, (Sample.Event with { Description = text }).Written("DESCRIPTION"));

    [Theory]
    [InlineData("a\u0000b\u0007c\u001Bd\u007Fe", "abcde")]
    [InlineData("a\u2028b\u2029c", "abc")]
    [InlineData("a\u202Ab\u202Bc\u202Cd\u202De\u202Ef", "abcdef")]
    [InlineData("a\u2066b\u2067c\u2068d\u2069e", "abcde")]
    [InlineData("banner\ttape", "banner tape")]
    [InlineData("اجتماع\u200F!", "اجتماع\u200F!")]
    public void B4_controls_separators_and_bidi_overrides_are_removed(string text, string written) =>
        Assert.Equal(written, (Sample.Event with { Summary = text }).Written("SUMMARY"));

    // Built here: a test's data passes through UTF-8, which would mend them.
    [Fact]
    public void B4_lone_surrogates_are_removed()
    {
        var (high, low) = ('\uD83D', '\uDEA9');

        Assert.Equal("abc", (Sample.Event with { Summary = $"a{high}b{low}c{high}" }).Written("SUMMARY"));
        Assert.Equal("ab", (Sample.Event with { Summary = $"a{low}{high}b" }).Written("SUMMARY"));
        Assert.Equal("a🚩b", (Sample.Event with { Summary = $"a{high}{high}{low}b" }).Written("SUMMARY"));
    }

    [Fact]
    public void B4_whatever_is_written_is_read_again() =>
        Prop.ForAll(
                AnyText.ToArbitrary(),
                text =>
                {
                    var written = Sample.Write(writer => writer.Text("DESCRIPTION"u8, "'" + text));

                    Assert.All(ContentLines.Physical(written), line => Assert.InRange(line.Length, 1, 75));
                    Assert.Equal("'" + Carried(text), ContentLines.Unescape(ContentLines.Find(written, "DESCRIPTION")!));
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("https://example.org/a b?q=\"x\"&y=1;2,3", "https://example.org/a%20b?q=%22x%22&y=1;2,3")]
    [InlineData("https://example.org/gŵyl/工会#top", "https://example.org/g%C5%B5yl/%E5%B7%A5%E4%BC%9A#top")]
    [InlineData("https://example.org/already%20encoded", "https://example.org/already%20encoded")]
    [InlineData("https://münchen.example:8443/1-mai", "https://xn--mnchen-3ya.example:8443/1-mai")]
    [InlineData("tel:+44161", "tel:+44161")]
    [InlineData("https://example.org/a\\b|c^d`{e}", "https://example.org/a/b%7Cc%5Ed%60%7Be%7D")]
    public void B5_addresses_are_percent_encoded_and_not_escaped_as_text(string address, string written) =>
        Assert.Equal(written, (Sample.Event with { Url = new Uri(address) }).Written("URL"));

    [Theory]
    [InlineData("Town Hall", "\"Town Hall\"")]
    [InlineData("Town Hall, High St; Oldham: upstairs", "\"Town Hall, High St; Oldham: upstairs\"")]
    [InlineData("The \"Star\" ^ Inn\nback room", "\"The ^'Star^' ^^ Inn^nback room\"")]
    [InlineData("a\u0000\u202Eb\tc", "\"ab c\"")]
    [InlineData("Europe/London", "Europe/London")]
    public void B6_parameters_are_quoted_unless_plain_and_never_hold_a_raw_quote(string value, string written) =>
        Assert.Equal(
            ["X-P;LABEL=" + written + ":1"],
            ContentLines.Unfolded(Sample.Write(w => w.Property("X-P"u8).Parameter("LABEL"u8, value).Number(1)))
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\u202E\u0007")]
    public void B7_what_has_no_value_is_left_out(string? nothing)
    {
        var octets = (
            Sample.Event with
            {
                Location = nothing,
                Description = nothing,
                Categories = ["", nothing ?? ""],
                Position = new(53.5411, -2.1114),
            }
        )
            .Rendered()
            .Octets;

        Assert.DoesNotContain(ContentLines.Unfolded(octets.Span), line => line.Length == 0 || line.EndsWith(':'));
        Assert.DoesNotContain("LOCATION", octets.Text());
        Assert.DoesNotContain("CATEGORIES", octets.Text());
    }

    [Fact]
    public void B7_a_property_begun_and_left_without_a_value_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Sample.Write(writer => writer.Property("A"u8).Property("B"u8)));

    /// <summary>Code units rather than characters, so that broken surrogates come too, leaning towards what is awkward.</summary>
    private static Gen<string> AnyText =>
        Gen.Frequency(
                (4, Gen.Choose(' ', '~')),
                (2, Gen.Elements<int>('\\', ';', ',', '\r', '\n', '\t', '"', '^', ' ')),
                (2, Gen.Choose(0xA0, 0x24F)),
                (2, Gen.Choose(0, 0xFFFF)),
                (2, Gen.Choose(0xD800, 0xDFFF)),
                (1, Gen.Choose(0x2000, 0x206F)),
                (1, Gen.Choose(0x300, 0x36F))
            )
            .Select(unit => (char)unit)
            .ListOf()
            .Select(units => string.Concat(units))
            .Resize(400);

    private static string Carried(string text)
    {
        text = text.Replace("\r\n", "\n").Replace('\r', '\n').Replace('\t', ' ');
        var kept = text.Where(
            (c, i) =>
                c == '\n'
                || !(
                    c < ' '
                    || c == 0x7F
                    || "\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069".Contains(c)
                    || IsLone(text, i)
                )
        );
        return string.Concat(kept);
    }

    private static bool IsLone(string text, int i) =>
        (char.IsHighSurrogate(text[i]) && !(i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])))
        || (char.IsLowSurrogate(text[i]) && !(i > 0 && char.IsHighSurrogate(text[i - 1])));
}
