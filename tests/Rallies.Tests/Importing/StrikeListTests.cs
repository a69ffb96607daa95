using System.Text;
using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Disputes;
using Rallies.Web.Importing;
using static Rallies.Tests.Importing.SomeStrikes;

namespace Rallies.Tests.Importing;

public sealed class StrikeListTests
{
    [Theory]
    [InlineData(';', "")]
    [InlineData('\t', "")]
    [InlineData(',', "\uFEFF")]
    public void Semicolons_tabs_and_a_byte_order_mark_are_read_too(char between, string mark)
    {
        var list = Read(mark + string.Join("\r\n", Headings.ToUpperInvariant().Replace(',', between), Goole.Replace(',', between)));

        Assert.Equal(("Humber Cargo", 2), (Assert.Single(list.Rows).Employer, list.Rows[0].FileLine));
    }

    [Theory]
    [InlineData("", ImportFault.NoRows)]
    [InlineData(Headings, ImportFault.NoRows)]
    [InlineData("union,employer\nA,B", ImportFault.NoColumn)]
    [InlineData(Headings + "\n\"Port Workers,Humber", ImportFault.NotReadable)]
    public void A_list_that_cannot_be_read_says_why(string text, ImportFault fault)
    {
        var list = Read(text);

        Assert.True(list.IsRefused);
        Assert.Equal(fault, list.Notes[0].Fault);
    }

    [Fact]
    public void A_list_that_is_not_UTF_8_is_refused() =>
        Assert.Equal(
            ImportFault.NotUtf8,
            StrikeList.Read(Encoding.Latin1.GetBytes("union;employer\nÉ;B"), Towns.RealGazetteer.Instance).Notes[0].Fault
        );

    [Theory]
    [InlineData(StrikeList.MostRows, "\n", false)]
    [InlineData(StrikeList.MostRows, "\n\n , ,\n", false)]
    [InlineData(StrikeList.MostRows + 1, "", true)]
    public void Blank_lines_are_no_rows_too_many(int rows, string end, bool isRefused)
    {
        var list = Read(string.Join('\n', [Headings, .. Gates("Long", rows)]) + end);

        Assert.Equal(isRefused, list.IsRefused);
        Assert.Equal(isRefused ? [ImportFault.TooManyRows] : [], list.Notes.Select(n => n.Fault!.Value));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Rows_are_told_by_the_line_in_which_an_editor_shows_them(string end)
    {
        var twoLines = Goole.Replace("Gate 2", $"\"Gate 2,{end}by the lock\"", StringComparison.Ordinal);
        var nowhere = Goole.Replace("Goole", "Nowhere", StringComparison.Ordinal);

        var list = Read(string.Join(end, "", Headings, twoLines, "", " ", nowhere, $"\"{Goole}"));

        Assert.Equal((ImportFault.NotReadable, 8), (list.Notes[0].Fault!.Value, list.Notes[0].Line));
        list = Read(string.Join(end, "", Headings, twoLines, "", " ", nowhere, Goole, ""));
        Assert.Equal([3, 8], list.Rows.Select(r => r.FileLine));
        Assert.Equal((7, 7), (Assert.Single(list.Refused).Key, list.Refused[7][0].Line));
    }

    [Theory]
    [InlineData("Mon-Fri", WeekDays.All & ~(WeekDays.Saturday | WeekDays.Sunday))]
    [InlineData("daily", WeekDays.All)]
    [InlineData("Tue, Thu", WeekDays.Tuesday | WeekDays.Thursday)]
    [InlineData("Mondays and Wednesdays", WeekDays.Monday | WeekDays.Wednesday)]
    [InlineData("Sat to Mon", WeekDays.Saturday | WeekDays.Sunday | WeekDays.Monday)]
    [InlineData("Monkey", WeekDays.None)]
    [InlineData("Mon-", WeekDays.None)]
    public void Days_of_the_week_are_read_as_people_write_them(string text, WeekDays days) => Assert.Equal(days, SaidWeekDays.Read(text));

    private static StrikeList Read(string text) => StrikeList.Read(Encoding.UTF8.GetBytes(text), Towns.RealGazetteer.Instance);
}
