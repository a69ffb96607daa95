namespace Rallies.Tests.Calendars;

public sealed class GoldenFileTests
{
    public static TheoryData<string> Names => [.. GoldenCalendars.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_calendar_is_written_as_it_was_when_it_was_read_with_care(string name) =>
        GoldenFile.IsKept(Path.Combine(SourceTree.GoldenFiles, name + ".ics"), GoldenCalendars.All[name]().Octets.Span);
}
