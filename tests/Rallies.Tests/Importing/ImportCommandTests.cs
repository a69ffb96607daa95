using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Tests.Engines;
using Rallies.Tests.UseCases;
using Rallies.Web.Commands;
using Rallies.Web.Importing;
using Rallies.Web.UseCases;
using Rallies.Web.Words;

namespace Rallies.Tests.Importing;

public sealed class ImportCommandTests : IDisposable
{
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("rallies-import-").FullName, "union.ics");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_nobody_sits_nothing_is_stored_without_yes()
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        await bench.Keep(Some.Day());

        var (code, said) = await Run(bench, Ics.Calendar(Ics.Leeds()), null, false);

        Assert.Equal((1, 0), (code, await Rallies(bench)));
        Assert.EndsWith("Nothing was stored. Add --yes to store it.\n", said, StringComparison.Ordinal);
        Assert.Contains(
            "new         Saturday 3 June 2028, 2pm – 4pm UK time  Leeds, Victoria Gardens, The Headrow  Leeds: Picnic for pay\n",
            said,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("y", 0, 1)]
    [InlineData("n", 1, 0)]
    public async Task Somebody_who_sits_there_is_asked(string answer, int expected, int rallies)
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        await bench.Keep(Some.Day());

        var (code, _) = await Run(bench, Ics.Calendar(Ics.Leeds()), answer, false);

        Assert.Equal((expected, rallies), (code, await Rallies(bench)));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_told_and_the_rest_is_stored()
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        await bench.Keep(Some.Day());
        var calendar = Ics.Calendar(Ics.Leeds(), Ics.Leeds("UID:2", "LOCATION:The moon", "SUMMARY:Picnic"));

        var (code, said) = await Run(bench, calendar, null, true);
        var (again, _) = await Run(bench, Ics.Calendar(Ics.Leeds()), null, true);

        Assert.Equal((1, 1, 0), (code, await Rallies(bench), again));
        Assert.Contains("IMP-001 line 13: It does not say which town it is in.", said, StringComparison.Ordinal);
        Assert.Contains("1 stored. A site that is running shows it within 15 seconds.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said()
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        var written = new StringWriter();

        var code = await Command(bench, written, null).RunAsync("nowhere.ics", null, new(), true, false, Token);

        Assert.Equal(1, code);
        Assert.StartsWith("Could not find file", written.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2h", 120)]
    [InlineData("90m", 90)]
    [InlineData("1h30m", 90)]
    [InlineData("5m", null)]
    [InlineData("long", null)]
    public void Lengths_are_read_as_people_write_them(string text, int? minutes) =>
        Assert.Equal(minutes, (int?)SaidLength.Read(text)?.TotalMinutes);

    [Fact]
    public void Settings_may_stand_before_between_and_after()
    {
        var (settings, command) = SettingsGiven.Part([
            "--Rallies:DataDirectory",
            "there",
            "import-ics",
            "--urls=http://127.0.0.1:5000",
            "union.ics",
            "--yes",
            "--environment",
            "Production",
        ]);

        Assert.Equal(["import-ics", "union.ics", "--yes"], command);
        Assert.Equal(["--Rallies:DataDirectory", "there", "--urls=http://127.0.0.1:5000", "--environment", "Production"], settings);
    }

    [Theory, EveryEngine]
    public async Task A_running_site_sees_what_another_process_imports(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var heard = new List<Happening>();
        using var rounds = ActivatorUtilities.CreateInstance<ImportRounds>(bench.Services);
        await rounds.StartAsync(Token);
        await rounds.StopAsync(Token);
        await Run(bench, Ics.Calendar(Ics.Leeds()), null, true);
        using var watching = bench
            .Get<Happenings>()
            .Watch(
                (happening, _) =>
                {
                    heard.Add(happening);
                    return Task.CompletedTask;
                }
            );

        await rounds.LookAsync(Token);
        await rounds.LookAsync(Token);

        Assert.Equal([new Happening.DayChanged(day.Id), new Happening.ShiftsKept()], heard);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    private async Task<(int Code, string Said)> Run(Bench bench, ImportRequest calendar, string? answer, bool yes)
    {
        await File.WriteAllBytesAsync(file, calendar.Octets.ToArray(), Token);
        var written = new StringWriter { NewLine = "\n" };
        var code = await Command(bench, written, answer).RunAsync(file, null, new(), yes, false, Token);
        return (code, written.ToString());
    }

    private static CalendarCommand Command(Bench bench, StringWriter written, string? answer) =>
        new(
            bench.Get<CalendarFetch>(),
            bench.Get<RememberCalendar>(),
            bench.Get<ImportPreview>(),
            bench.Get<ImportEvents>(),
            bench.Get<Said>(),
            new Terminal(written, answer is null ? null : new StringReader(answer))
        );

    private static async Task<int> Rallies(Bench bench)
    {
        await using var context = await bench.Database();
        return await context.Rallies.CountAsync(Token);
    }
}
