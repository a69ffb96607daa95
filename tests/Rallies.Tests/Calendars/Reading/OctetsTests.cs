using System.Text;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

public sealed class OctetsTests
{
    private static readonly string Welsh = Ics.File(Ics.MayDay("SUMMARY:Gŵyl Fai ✊🏽", "LOCATION:Sgwâr y Castell"));

    public static TheoryData<string> Encodings => new("utf-8", "utf-8 with mark", "utf-16", "utf-16BE");

    [Theory]
    [MemberData(nameof(Encodings))]
    public void I3_UTF_8_and_marked_UTF_16_are_read(string name)
    {
        Encoding encoding = name == "utf-8 with mark" ? new UTF8Encoding(true) : Encoding.GetEncoding(name.Split(' ')[0]);
        byte[] octets = [.. name == "utf-8" ? [] : encoding.GetPreamble(), .. encoding.GetBytes(Welsh)];

        var file = Ics.Read(octets);

        Assert.Equal([], file.Faults());
        Assert.Equal(("Gŵyl Fai ✊🏽", "Sgwâr y Castell"), (file.Events[0].Summary, file.Events[0].Location));
    }

    [Fact]
    public void I3_UTF_16_without_a_mark_or_broken_is_refused_for_what_it_is()
    {
        var whole = Encoding.Unicode.GetBytes(Welsh);
        byte[] lone = [0xFF, 0xFE, .. whole, 0x00, 0xD8];

        Assert.Equal([Fault.NotUtf16], Ics.Read(whole).Faults());
        Assert.Equal([Fault.NotUtf16], Ics.Read(lone).Faults());
        Assert.Equal([Fault.NotUtf16], Ics.Read([.. lone, 0x20]).Faults());
    }

    [Fact]
    public void I3_other_octets_are_refused_with_line_and_number()
    {
        var octets = Encoding.Latin1.GetBytes(Ics.File(Ics.MayDay("LOCATION:Café")));

        var complaint = Assert.Single(Ics.Read(octets).Complaints);

        Assert.Equal((Fault.NotUtf8, 7, "LOCATION:Caf"), (complaint.Fault, complaint.Line - 3, complaint.Text));
        Assert.StartsWith($"Octet {Array.IndexOf(octets, (byte)0xE9) + 1} of the file (E9) ", complaint.Reason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    public void I3_the_number_counts_folds_too(int fold)
    {
        var line = "X-ABCDEFG:H";
        var octets = Encoding.Latin1.GetBytes(Ics.File(Ics.MayDay(line[..fold] + "\r\n " + line[fold..] + "\r\n \u00FF")));

        var complaint = Assert.Single(Ics.Read(octets).Complaints);

        Assert.Equal(12, complaint.Line);
        Assert.StartsWith($"Octet {Array.IndexOf(octets, (byte)0xFF) + 1} of the file (FF) ", complaint.Reason);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\r\n")]
    [InlineData("\r\n\r\n\n")]
    public void I3_lines_may_end_as_they_like_and_blank_ones_are_passed_over(string end)
    {
        var text = Ics.File(Ics.MayDay("DESCRIPTION:one", "  two")).Replace("\r\n", end, StringComparison.Ordinal);

        var file = Ics.Read(text);

        Assert.Equal([], file.Faults());
        Assert.Equal("one two", file.Events[0].Description);
    }

    [Fact]
    public void I3_folds_with_a_tab_are_undone_too() => Assert.Equal("May Day", Ics.ReadEvent(Ics.MayDay("SUMMARY:May", "\t Day")).Summary);

    [Fact]
    public void I3_a_fold_at_any_octet_even_inside_a_character_is_undone()
    {
        var octets = Encoding.UTF8.GetBytes(Welsh);
        var from = octets.AsSpan().IndexOf("SUMMARY"u8);
        var to = octets.AsSpan().IndexOf("END:VEVENT"u8) - 2;
        foreach (var at in Enumerable.Range(from + 1, to - from - 1).Where(at => octets[at - 1] is not ((byte)'\r' or (byte)'\n')))
        {
            var file = Ics.Read([.. octets[..at], .. "\r\n "u8, .. octets[at..]]);

            Assert.Equal([], file.Faults());
            Assert.Equal("Gŵyl Fai ✊🏽", file.Events[0].Summary);
        }
    }

    [Fact]
    public void I3_a_file_without_a_last_line_break_is_whole() => Assert.Equal([], Ics.Read(Welsh.TrimEnd()).Faults());
}
