using System.CommandLine;
using NodaTime;
using Rallies.Web.Importing;

namespace Rallies.Web.Commands;

/// <summary>The two commands that import: what they are called, what they take, and how they tell what they take.</summary>
internal static class ImportCommands
{
    public const string Calendar = "import-ics";
    public const string StrikeList = "import-csv";

    private static readonly Option<bool> yes = new("--yes") { Description = "Store without asking." };

    public static Command ForCalendar(string[] settings)
    {
        var from = new Argument<string>("FILE|URL") { Description = "An iCalendar file, or its address: https:// or webcal://." };
        var source = Source("the name the calendar gives itself, or the file's");
        var zone = new Option<DateTimeZone?>("--zone")
        {
            HelpName = "ZONE",
            Description = "By which clock times go that name no zone, or one nobody knows: Europe/London.",
            CustomParser = result =>
            {
                var read = DateTimeZoneProviders.Tzdb.GetZoneOrNull(result.Tokens[0].Value);
                if (read is null)
                    result.AddError($"There is no zone {result.Tokens[0].Value}. Write it like Europe/London.");
                return read;
            },
        };
        var length = new Option<Duration?>("--default-length")
        {
            HelpName = "LENGTH",
            Description = "How long an event takes that names no end: 2h, 90m or 1h30m.",
            CustomParser = result =>
            {
                var read = SaidLength.Read(result.Tokens[0].Value);
                if (read is null)
                    result.AddError($"{result.Tokens[0].Value} is no length. Write it like 2h, 90m or 1h30m.");
                return read;
            },
        };
        var clash = new Option<string?>("--if-zones-disagree")
        {
            HelpName = "name|file",
            Description = "Where a zone's name and the rules in the file say different times: which one counts.",
        };
        clash.AcceptOnlyFromAmong("name", "file");
        var earlier = new Option<bool>("--earlier") { Description = "Of an hour that the clocks show twice, take the earlier." };
        var day = new Option<string?>("--day")
        {
            HelpName = "DAY",
            Description = "The one day of action in question, by the last part of its address.",
        };
        var organisers = new Option<bool>("--with-organisers") { Description = "Name the organisers as the calendar does." };
        var again = new Option<bool>("--again")
        {
            Description =
                "Read the calendar at an address also when its server says that it has not changed since it was imported from there.",
        };
        var command = new Command(
            Calendar,
            "Imports a calendar: each event becomes its town's rally on the day of action whose date it has. Shows first what would happen. Returns 0 when every event was stored, is here already or is meant to be left alone, as past and cancelled ones are."
        )
        {
            from,
            source,
            zone,
            length,
            clash,
            earlier,
            day,
            organisers,
            again,
            yes,
        };
        command.SetAction(
            (parsed, cancellation) =>
                BesideTheSite.RunAsync(
                    settings,
                    (services, token) =>
                        ActivatorUtilities
                            .CreateInstance<CalendarCommand>(
                                services,
                                new Terminal(Console.Out, Console.IsInputRedirected ? null : Console.In)
                            )
                            .RunAsync(
                                parsed.GetRequiredValue(from),
                                parsed.GetValue(source),
                                new ImportAnswers
                                {
                                    Zone = parsed.GetValue(zone),
                                    Length = parsed.GetValue(length),
                                    TrustsOwnRules = parsed.GetValue(clash) is { } which ? which == "file" : null,
                                    TakesEarlier = parsed.GetValue(earlier),
                                    Day = parsed.GetValue(day),
                                    WithOrganisers = parsed.GetValue(organisers),
                                },
                                parsed.GetValue(yes),
                                parsed.GetValue(again),
                                token
                            ),
                    cancellation
                )
        );
        return command;
    }

    public static Command ForStrikeList(string[] settings)
    {
        var from = new Argument<string>("FILE") { Description = "A CSV file in UTF-8, separated by commas, semicolons or tabs." };
        var source = Source("the file's name");
        var command = new Command(
            StrikeList,
            $"Imports a strike list: one picket line a row, its dispute with it. The first row names the columns, in any order: {StrikeColumn.Names}; the last four may be missing. Towns as on the site, days like Mon-Fri, dates like 2026-06-06, times like 06:30, source a link that reports the strike. Shows first what would happen. Returns 0 when every row was stored or is here already."
        )
        {
            from,
            source,
            yes,
        };
        command.SetAction(
            (parsed, cancellation) =>
                BesideTheSite.RunAsync(
                    settings,
                    (services, token) =>
                        ActivatorUtilities
                            .CreateInstance<StrikeListCommand>(
                                services,
                                new Terminal(Console.Out, Console.IsInputRedirected ? null : Console.In)
                            )
                            .RunAsync(parsed.GetRequiredValue(from), parsed.GetValue(source), parsed.GetValue(yes), token),
                    cancellation
                )
        );
        return command;
    }

    private static Option<string?> Source(string byDefault) =>
        new("--source")
        {
            HelpName = "NAME",
            Description =
                $"Whose it is: the same name the next time, so that importing again changes what was imported. By default {byDefault}.",
        };
}
