using Rallies.LoadTests;

if (args is ["gazetteer"])
    GazetteerSearch.Measure(Console.Out);
else
    Console.WriteLine("nothing measured yet");
