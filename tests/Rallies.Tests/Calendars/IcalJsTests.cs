using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

/// <summary>ical.js reads our calendars inside Thunderbird and Nextcloud: it has to read what we meant.</summary>
public sealed class IcalJsTests
{
    [Fact]
    public Task Ical_js_reads_the_golden_calendar_as_it_was_meant() => ReadsAsMeant(GoldenCalendars.MayDayEvents);

    [Fact]
    public Task Ical_js_reads_200_random_events_as_they_were_meant() => ReadsAsMeant(AnyEvents.Sample200());

    private static async Task ReadsAsMeant(IReadOnlyList<CalendarEvent> events)
    {
        var calendar = CalendarAssembly.Assemble(Sample.Calendar, [.. events.Select(e => e.Rendered())]);

        using var view = await Read(calendar);

        Assert.Equal(Sample.Calendar.Name, view.RootElement.GetProperty("name").GetString());
        var read = view.RootElement.GetProperty("events").EnumerateArray().ToDictionary(e => e.GetProperty("uid").GetString()!);
        Assert.Equal(events.Select(e => e.Uid).Order(), read.Keys.Order());
        foreach (var meant in events)
            ReadsAsMeant(meant, read[meant.Uid]);
    }

    private static void ReadsAsMeant(CalendarEvent meant, JsonElement read)
    {
        string? Text(string name) =>
            read.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        Assert.Equal(Moment(meant.Times.Start, meant.Times.IsAllDay), Text("start"));
        Assert.Equal(Moment(meant.Times.End, meant.Times.IsAllDay), Text("end"));
        Assert.Equal(meant.Summary, Text("summary"));
        Assert.Equal(meant.Location, Text("location"));
        Assert.Equal(meant.Description, Text("description"));
        Assert.Equal(meant.Status.ToString().ToUpperInvariant(), Text("status"));
        Assert.Equal(meant.Url.AbsoluteUri, Text("url"));
        Assert.Equal(meant.Sequence, read.GetProperty("sequence").GetInt32());
        Assert.Equal(meant.Categories, read.GetProperty("categories").EnumerateArray().Select(c => c.GetString()!));
        if (meant.Position is not { } position)
            return;
        Assert.Equal(
            [position.Latitude, position.Longitude],
            read.GetProperty("geo").EnumerateArray().Select(degrees => degrees.GetDouble())
        );
        Assert.Equal(meant.Location, Text("title"));
    }

    private static string Moment(Instant instant, bool isDay) =>
        isDay
            ? LocalDatePattern.Iso.Format(instant.InUtc().Date)
            : instant.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static async Task<JsonDocument> Read(AssembledCalendar calendar)
    {
        var script = await File.ReadAllTextAsync(
            Path.Combine(SourceTree.Root, "tests", "Rallies.Tests", "Calendars", "read-with-ical.mjs"),
            TestContext.Current.CancellationToken
        );
        // Given as text and run in wwwroot-assets, so that the packages there are found.
        var outcome = await OtherProgram.Run("node", ["--input-type=module", "--eval", script], calendar.Octets, SourceTree.WebAssets);
        if (outcome is null)
            Assert.Skip("Node.js was not found on PATH: install Node.js 20 or newer to have ical.js read our calendars.");
        if (outcome.ExitCode != 0)
            Assert.Fail($"ical.js did not read the calendar (run 'npm ci' in wwwroot-assets if the package is missing):\n{outcome.Errors}");
        return JsonDocument.Parse(outcome.Output);
    }
}
