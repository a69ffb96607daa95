using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

/// <summary>A checker with a dozen parsers of other people, where one is installed: RALLIES_CHECK_ICS holds its path.</summary>
public sealed class CheckIcsTests
{
    public static TheoryData<string> GoldenNames => [.. GoldenCalendars.All.Keys];

    [Theory]
    [MemberData(nameof(GoldenNames))]
    public Task A_dozen_parsers_agree_on_a_golden_calendar(string name) => IsClean(GoldenCalendars.All[name]());

    [Fact]
    public Task A_dozen_parsers_agree_on_200_random_events() =>
        IsClean(CalendarAssembly.Assemble(Sample.Calendar, [.. AnyEvents.Sample200().Select(e => e.Rendered())]));

    private static async Task IsClean(AssembledCalendar calendar)
    {
        var checker = Environment.GetEnvironmentVariable("RALLIES_CHECK_ICS");
        Assert.SkipWhen(string.IsNullOrEmpty(checker), "optional: RALLIES_CHECK_ICS does not hold the path of check-ics.");

        var file = Path.Combine(AppContext.BaseDirectory, $"check-{Guid.CreateVersion7()}.ics");
        await File.WriteAllBytesAsync(file, calendar.Octets, TestContext.Current.CancellationToken);
        var outcome = await OtherProgram.Run(checker!, [file, "--quiet"], default, AppContext.BaseDirectory);

        if (outcome is null)
            Assert.Fail($"RALLIES_CHECK_ICS is '{checker}', which cannot be started.");
        if (outcome.ExitCode != 0)
            Assert.Fail(outcome.Output + outcome.Errors);
        File.Delete(file);
    }
}
