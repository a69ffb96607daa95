using Bunit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Tests.Importing;
using Rallies.Tests.Site;
using Rallies.Tests.Towns;
using Rallies.Web.Importing;
using Rallies.Web.OrganiserConsole.Importing;
using Rallies.Web.UseCases;

namespace Rallies.Tests.OrganiserConsole;

public sealed class ImportTests : ConsoleTest
{
    public ImportTests() => Services.AddSingleton(RealGazetteer.Instance);

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void A_file_is_handed_on_with_the_name_its_owner_is_known_by()
    {
        FileChooser.Chosen? chosen = null;
        var chooser = Render<FileChooser>(p => p.Add(c => c.OnChosen, file => chosen = file));

        chooser.Find("#import-source").Change("Trades council");
        chooser
            .FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>()
            .UploadFiles(InputFileContent.CreateFromText("BEGIN", "union.ics"));
        chooser.WaitForState(() => chosen is not null);

        Assert.Equal(
            ("union.ics", "Trades council", "BEGIN"),
            (chosen!.Name, chosen.Source, System.Text.Encoding.UTF8.GetString(chosen.Octets))
        );
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        FileChooser.Chosen? chosen = null;
        var chooser = Render<FileChooser>(p => p.Add(c => c.OnChosen, file => chosen = file));

        chooser
            .FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>()
            .UploadFiles(InputFileContent.CreateFromBinary(new byte[CalendarFetch.MostOctets + 1], "union.ics"));

        Assert.Equal(
            "The file is larger than 1 MiB. Export a shorter span of time, or split the list.",
            chooser.WaitForElement("#import-file-error").TextContent
        );
        Assert.Null(chosen);
    }

    [Fact]
    public void A_file_that_is_empty_is_said_to_be()
    {
        FileChooser.Chosen? chosen = null;
        var chooser = Render<FileChooser>(p => p.Add(c => c.OnChosen, file => chosen = file));

        chooser
            .FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>()
            .UploadFiles(InputFileContent.CreateFromText("", "strikes.csv"));

        Assert.Equal(
            "The file is empty. Look whether the export or download was complete.",
            chooser.WaitForElement("#import-file-error").TextContent
        );
        Assert.Null(chosen);
    }

    [Fact]
    public async Task A_strike_list_says_of_each_row_what_happens_or_what_is_wrong()
    {
        await using var site = new RalliesSite();
        const string rows = "union,employer,town,gate,first,last,days,from,to,source";
        const string goole =
            "Port Workers' Union,Humber Cargo,Goole,Gate 2,2028-06-01,2028-06-30,Mon-Fri,06:00,10:00,https://union.example/strike";
        var octets = System.Text.Encoding.UTF8.GetBytes(
            $"{rows}\n{goole}\n{goole.Replace("2028-06-01", "06/07/2028", StringComparison.Ordinal)}"
        );
        var plan = await site.Services.GetRequiredService<StrikeListPreview>().OfAsync(new(octets, "strikes"), Cancellation);

        var table = Render<PlannedLines>(p => p.Add(t => t.Plan, plan));

        Assert.Equal("1 row cannot be stored; it says why.", table.Find("p").TextContent);
        Assert.Equal(
            ["Port Workers' Union: Humber Cargo", "Mon to Fri, 6am to 10am, Thursday 1 June 2028 – Friday 30 June 2028"],
            table.FindAll("tbody tr:first-child .mail-subject").Select(line => line.TextContent)
        );
        Assert.Equal(["new", "refused"], table.FindAll("tbody td").Select(cell => cell.TextContent));
        var why = table.Find("tbody tr:last-child li").TextContent;
        Assert.Contains("\"06/07/2028\" is no date that can only be read one way. Write 2026-06-06.", why, StringComparison.Ordinal);
        Assert.Contains("line 3, IMP-066: 06/07/2028", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_says_what_happens_when_and_where()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());
        var plan = await PlanOf(site, Ics.Calendar(Ics.Leeds()));

        var table = Render<PlannedEvents>(p => p.Add(t => t.Plan, plan));

        Assert.Equal("Saturday 3 June 2028, 2pm – 4pm UK time", table.Find("tbody th .mail-subject").TextContent);
        Assert.Equal(["new", "Victoria Gardens, The Headrow"], table.FindAll("tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task A_town_that_is_asked_for_can_be_chosen()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());
        ImportAnswers? answers = null;
        var calendar = Ics.Calendar(Ics.Leeds("LOCATION:The old mill", "SUMMARY:Picnic"));
        var plan = await PlanOf(site, calendar);
        var table = Render<PlannedEvents>(p => p.Add(t => t.Plan, plan).Add(t => t.OnAnswered, given => answers = given));

        table.Find("#import-town-0").Change("Leeds");
        table.FindAll(".town-choices button")[0].Click();

        var answered = await PlanOf(site, calendar with { Answers = answers! });
        Assert.Equal((WhatHappens.Start, "leeds"), (answered.Events[0].What, answered.Events[0].Town?.Slug.Value));
    }

    [Fact]
    public async Task A_rally_that_is_there_already_can_be_told_apart()
    {
        await using var site = new RalliesSite();
        await Links.On(site);
        ImportAnswers? answers = null;
        var calendar = Ics.Calendar(Ics.Leeds());
        var plan = await PlanOf(site, calendar);
        var table = Render<PlannedEvents>(p => p.Add(t => t.Plan, plan).Add(t => t.OnAnswered, given => answers = given));

        table.FindAll("button").Single(b => b.TextContent == "It is a different one").Click();

        Assert.Equal(WhatHappens.Start, (await PlanOf(site, calendar with { Answers = answers! })).Events[0].What);
    }

    [Fact]
    public async Task Questions_are_asked_and_stay_to_be_answered_differently()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());
        var calendar = Ics.Calendar(Ics.Leeds("DTSTART:20280603T140000", "DTEND:"));
        var answers = new ImportAnswers();
        var questions = Render<Questions>(p =>
            p.Add(q => q.Plan, new ImportPlan("union")).Add(q => q.Answers, answers).Add(q => q.OnAnswered, given => answers = given)
        );
        Assert.Empty(questions.FindAll("input[type=text], select"));
        var plan = await PlanOf(site, calendar);
        questions.Render(p => p.Add(q => q.Plan, plan));

        questions.Find("#import-zone").Change("Europe/London");
        questions.Render(p => p.Add(q => q.Answers, answers));
        questions.Find("#import-length").Change("180");

        var answered = await PlanOf(site, calendar with { Answers = answers });
        Assert.Equal((WhatHappens.Start, new LocalDateTime(2028, 6, 3, 17, 0)), (answered.Events[0].What, answered.Events[0].End));
        questions.Render(p => p.Add(q => q.Plan, answered).Add(q => q.Answers, answers));
        Assert.Equal("Europe/London", questions.Find("#import-zone").GetAttribute("value"));
    }

    [Fact]
    public async Task What_an_admin_imports_stands_in_the_feeds_at_once()
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);
        var calendar = Ics.Calendar(Ics.Leeds("LOCATION:Millennium Square\\, Bradford", "SUMMARY:Bradford: Picnic for pay"));
        var plan = await PlanOf(site, calendar);

        await site.Services.GetRequiredService<ImportEvents>().ImportAsync(links.Of("admin"), calendar, plan.Marks, Cancellation);

        using var visitor = site.Visitor();
        var day = await visitor.GetStringAsync(new Uri("/calendar/3rd-june.ics", UriKind.Relative), Cancellation);
        Assert.Contains("SUMMARY:Bradford: Picnic for pay", day, StringComparison.Ordinal);
    }

    private static Task<ImportPlan> PlanOf(RalliesSite site, ImportRequest calendar) =>
        site.Services.GetRequiredService<ImportPreview>().OfAsync(calendar, Cancellation);
}
