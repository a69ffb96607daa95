using Rallies.LoadTests;

switch (args)
{
    case ["calendars"]:
        CalendarWriting.Measure();
        return 0;
    case ["feeds"]:
        await FeedServing.MeasureAsync();
        return 0;
    case ["bare", var port, var origin]:
        await FeedServing.ServeBareAsync(port, origin);
        return 0;
    case ["count", .. var postgres]:
        await CountWriting.MeasureAsync(postgres.FirstOrDefault());
        return 0;
    case ["gazetteer"]:
        GazetteerSearch.Measure(Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "Say what to measure: dotnet run -c Release --project tests/Rallies.LoadTests -- calendars|count|feeds|gazetteer"
        );
        return 2;
}
