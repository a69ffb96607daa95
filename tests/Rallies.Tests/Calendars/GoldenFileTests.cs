namespace Rallies.Tests.Calendars;

public sealed class GoldenFileTests
{
    public static TheoryData<string> Names => [.. GoldenCalendars.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_calendar_is_written_as_it_was_when_it_was_read_with_care(string name)
    {
        var written = GoldenCalendars.All[name]().Octets;
        var golden = Path.Combine(SourceTree.GoldenFiles, name + ".ics");
        if (File.Exists(golden) && written.Span.SequenceEqual(File.ReadAllBytes(golden)))
            return;

        var here = Path.Combine(AppContext.BaseDirectory, name + ".ics");
        File.WriteAllBytes(here, written.ToArray());
        Assert.Fail(
            $"{golden} differs. What is written now stands in {here}: compare, read it with care, have it checked, and only then copy it over."
        );
    }
}
