using System.CommandLine;
using System.Globalization;
using Rallies.Storage.Counting;
using Rallies.Web.Rehearsing;

namespace Rallies.Web.Commands;

/// <summary>What <c>rehearse</c> is called with.</summary>
internal static class RehearseOptions
{
    public const string Name = "rehearse";

    public static Command ForRehearsal(string[] settings)
    {
        var day = new Argument<string>("DAY")
        {
            Description = "A day of action whose rallies are open for counting, by the last part of its address: tonight.",
        };
        var towns = Number("--towns", 20, RehearsalScale.MostTowns, "How many of its rallies, the largest first.");
        var people = Number("--people", 5_000, RehearsalScale.MostPeople, "How many come, in all of them together.");
        var minutes = Number("--minutes", 10, RehearsalScale.MostMinutes, "How long from the first arrival to the last.");
        var site = new Option<Uri?>("--site")
        {
            HelpName = "URL",
            Description = "Where the running site answers; otherwise Rallies:PublicUrl, or the first of --urls, or http://localhost:5000.",
            CustomParser = result =>
            {
                if (
                    Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url)
                    && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
                )
                    return url;
                result.AddError($"{result.Tokens[0].Value} is no address. Write it like http://localhost:5000.");
                return null;
            },
        };
        var restart = new Option<string?>("--restart")
        {
            HelpName = "COMMAND",
            Description = "What restarts the site, to be run in the middle of the night: \"systemctl restart rallies\".",
        };
        var remove = new Option<bool>("--remove") { Description = "Plays nothing, and takes off everything that was played." };
        var command = new Command(
            Name,
            "Plays a night on a demo site that is running, through the doors that everybody uses: arrivals like those of an evening, phones without network, wrong clocks, batches sent twice. Returns 0 when every entry is in the log once and the board is right."
        )
        {
            day,
            towns,
            people,
            minutes,
            site,
            restart,
            remove,
        };
        command.SetAction(
            (parsed, cancellation) =>
                BesideTheSite.RunAsync(
                    settings,
                    (services, token) =>
                    {
                        var rehearsal = ActivatorUtilities.CreateInstance<Rehearsal>(
                            services,
                            ActivatorUtilities.CreateInstance<CountReading>(services),
                            TimeProvider.System
                        );
                        var run = ActivatorUtilities.CreateInstance<RehearseCommand>(services, rehearsal, Console.Out);
                        var named = parsed.GetRequiredValue(day);
                        return parsed.GetValue(remove)
                            ? run.RemoveAsync(named, token)
                            : run.PlayAsync(
                                parsed.GetValue(site) ?? BesideTheSite.Origin(services),
                                named,
                                RehearsalScale.OfMinutes(parsed.GetValue(towns), parsed.GetValue(people), parsed.GetValue(minutes)),
                                parsed.GetValue(restart),
                                token
                            );
                    },
                    cancellation
                )
        );
        return command;
    }

    private static Option<int> Number(string name, int usual, int most, string description)
    {
        var option = new Option<int>(name)
        {
            HelpName = "N",
            Description = $"{description} 1 to {most}; {usual} when not said.",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            // Not GetValueOrDefault, which throws for what is no number.
            if (
                result.Tokens is [var said]
                && (!int.TryParse(said.Value, CultureInfo.InvariantCulture, out var number) || number < 1 || number > most)
            )
                result.AddError($"{name} is {said.Value}: from 1 to {most} can be played.");
        });
        return option;
    }
}
