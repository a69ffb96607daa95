using System.Text;
using Rallies.Web.Importing;

namespace Rallies.Tests.Importing;

public sealed class KindOfFileTests
{
    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0", FileKind.Calendar)]
    [InlineData("\uFEFF\r\n\r\nbegin:vcalendar\n", FileKind.Calendar)]
    [InlineData("BEGIN:VEVENT", FileKind.Calendar)]
    [InlineData("X-NOTE:moved\r\nBEGIN:VCALENDAR", FileKind.Calendar)]
    [InlineData("union,employer,town", FileKind.StrikeList)]
    [InlineData("\uFEFF\"Union\";\"Employer\"", FileKind.StrikeList)]
    [InlineData("First Day\tLast day\r\n", FileKind.StrikeList)]
    [InlineData("name,colour\nunion,blue", FileKind.Neither)]
    [InlineData("<!DOCTYPE html>", FileKind.Neither)]
    [InlineData(" \r\n", FileKind.Neither)]
    [InlineData("", FileKind.Neither)]
    public void A_file_is_known_by_how_it_begins(string text, FileKind kind) =>
        Assert.Equal(kind, KindOfFile.Of(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_list_from_a_spreadsheet_that_writes_UTF_16_is_known_too()
    {
        byte[] octets = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("union\temployer\r\n")];

        Assert.Equal(FileKind.StrikeList, KindOfFile.Of(octets));
    }
}
