using Rallies.LoadTests;

switch (args)
{
    case ["calendars"]:
        CalendarWriting.Measure();
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: dotnet run -c Release --project tests/Rallies.LoadTests -- calendars");
        return 2;
}
