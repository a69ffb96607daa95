using System.Reflection;

namespace Rallies.Tests.Architecture;

/// <summary>The arrows that the project references cannot forbid. That each can fail is shown in <see cref="CodeTests"/>.</summary>
public sealed class ArrowTests
{
    // Those who may change what is stored, and why it is not a use case where it is none.
    private static readonly string[] writers =
    [
        "Rallies.Web.UseCases",
        "Rallies.Web.Demo", // fills an empty database before anybody is served
        "Rallies.Web.Mail", // the outbox, and the site's own key
        "Rallies.Web.Start", // the key ring, and what the first start decides for ever
    ];

    private static Assembly Web { get; } = Assembly.Load("Rallies.Web");

    [Theory]
    [InlineData("Rallies.Domain")]
    [InlineData("Rallies.Calendars")]
    public void The_inner_projects_know_nothing_but_NodaTime(string project) =>
        Assert.Empty(Code.ReferencesOf(Assembly.Load(project)).Except(["NodaTime"]));

    [Fact]
    public void Storage_does_not_know_the_web() =>
        Assert.DoesNotContain(
            Code.ReferencesOf(Assembly.Load("Rallies.Storage")),
            name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name == "Rallies.Web"
        );

    [Fact]
    public void The_live_board_knows_neither_the_hub_nor_the_database() =>
        Assert.Empty(
            Code.Meetings(
                Code.TypesIn(Web, "Rallies.Web.Live"),
                "Microsoft.AspNetCore.SignalR",
                "Microsoft.EntityFrameworkCore",
                "Rallies.Web.Hubs"
            )
        );

    [Theory]
    [InlineData("Rallies.Web.Public")]
    [InlineData("Rallies.Web.Feeds")]
    [InlineData("Rallies.Web.Live")]
    [InlineData("Rallies.Web.Hubs")]
    public void What_people_look_at_changes_nothing(string space) => Assert.Empty(Code.Writes(Code.TypesIn(Web, space)));

    [Fact]
    public void Only_use_cases_write() => Assert.Empty(Code.Writes(Code.TypesOutside(Web, writers)));

    [Fact]
    public void Nobody_asks_the_machine_for_the_time_of_day()
    {
        var sources = Directory
            .EnumerateFiles(Repository.Folder("src"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
            .ToList();

        Assert.NotEmpty(sources);
        Assert.Empty(sources.SelectMany(file => Code.LinesThatAskTheMachine(File.ReadAllText(file))));
    }
}
