using Rallies.LoadTests;

Asked asked;
try
{
    asked = Asked.Read(args);
}
catch (FormatException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
var report = new Report(asked.Text("json"));
switch (asked.What)
{
    case ["viewers"]:
        await new Watching(
            asked.Number("count", 10_000),
            asked.Number("check-ins", 200),
            asked.Seconds("seconds", 30),
            report,
            asked.Text("over")
        ).MeasureAsync();
        break;
    case ["checkins"]:
        await new CheckInServing(asked.Number("rounds", 5), asked.Seconds("seconds", 4), report).MeasureAsync();
        break;
    case ["crashes"]:
        await new Crashes(asked.Number("kills", 20), report).MeasureAsync();
        break;
    case ["night"]:
        await new CheckInServing(asked.Number("rounds", 5), asked.Seconds("seconds", 4), report).MeasureAsync();
        await new Watching(
            asked.Number("count", 10_000),
            asked.Number("check-ins", 200),
            asked.Seconds("seconds", 30),
            report
        ).MeasureAsync();
        await new Crashes(asked.Number("kills", 20), report).MeasureAsync();
        break;
    case ["check-ins", var port, var perSecond, var warmUp, var during]:
        await CheckIns.RunAsync(port, perSecond, warmUp, during);
        break;
    case ["bare-hub", var port, var site]:
        await BareHub.ServeAsync(port, site);
        break;
    case ["bare-post", var port, var file, var mostInOne]:
        await BarePost.ServeAsync(port, file, mostInOne);
        break;
    case ["calendars"]:
        CalendarWriting.Measure();
        break;
    case ["feeds"]:
        await FeedServing.MeasureAsync(report);
        break;
    case ["bare", var port, var origin]:
        await FeedServing.ServeBareAsync(port, origin);
        break;
    case ["count", .. var postgres]:
        await CountWriting.MeasureAsync(postgres.FirstOrDefault());
        break;
    case ["gazetteer"]:
        GazetteerSearch.Measure(Console.Out);
        break;
    default:
        await Console.Error.WriteLineAsync(
            "Say what to measure: dotnet run -c Release --project tests/Rallies.LoadTests -- calendars|checkins|count|crashes|feeds|gazetteer|night|viewers\n"
                + "viewers, checkins, crashes, feeds and night (all but feeds) take --json FILE; viewers --count 10000 --check-ins 200 --seconds 30 --over bare|hub|stream;\n"
                + "checkins --rounds 5; crashes --kills 20. Each viewer is an open file on both sides: see ulimit -n."
        );
        return 2;
}
await report.WriteAsync();
return 0;
