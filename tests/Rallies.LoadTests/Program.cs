using Rallies.LoadTests;

switch (args)
{
    case ["calendars"]:
        CalendarWriting.Measure();
        return 0;
    case ["count", .. var postgres]:
        await CountWriting.MeasureAsync(postgres.FirstOrDefault());
        return 0;
    case ["gazetteer"]:
        GazetteerSearch.Measure(Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "Say what to measure: dotnet run -c Release --project tests/Rallies.LoadTests -- calendars|count|gazetteer"
        );
        return 2;
}
