using System.Globalization;

namespace Rallies.LoadTests;

/// <summary>What the command line asks for: the words of one benchmark, and options that begin with two dashes.</summary>
internal sealed record Asked(string[] What, IReadOnlyDictionary<string, string> Options)
{
    private static readonly string[] viewers = ["count", "check-ins", "seconds"];
    private static readonly string[] checkIns = ["rounds"];
    private static readonly string[] crashes = ["kills"];

    /// <summary>What each benchmark takes.</summary>
    private static readonly Dictionary<string, string[]> taken = new()
    {
        ["viewers"] = [.. viewers, "over", "json"],
        ["checkins"] = [.. checkIns, "seconds", "json"],
        ["crashes"] = [.. crashes, "json"],
        ["night"] = [.. viewers, .. checkIns, .. crashes, "json"],
        ["feeds"] = ["json"],
        ["calendars"] = [],
        ["count"] = [],
        ["gazetteer"] = [],
    };

    /// <exception cref="FormatException">An option or its value is none; the message says which and what to write.</exception>
    public static Asked Read(string[] args)
    {
        var words = args.TakeWhile(arg => !IsOption(arg)).ToArray();
        var options = new Dictionary<string, string>();
        if (words is [var first, ..] && taken.TryGetValue(first, out var known)) // else it is told what there is to measure
            foreach (var pair in args[words.Length..].Chunk(2))
                Add(options, first, known, pair[0], pair.ElementAtOrDefault(1));
        return new(words, options);
    }

    public string? Text(string option) => Options.GetValueOrDefault(option);

    public int Number(string option, int otherwise) =>
        Options.TryGetValue(option, out var text) ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

    public TimeSpan Seconds(string option, int otherwise) => TimeSpan.FromSeconds(Number(option, otherwise));

    private static void Add(Dictionary<string, string> options, string what, string[] known, string written, string? value)
    {
        if (!IsOption(written))
            throw new FormatException($"{written} belongs to no option: write what to measure first, and one value after each option.");
        var option = written[2..];
        if (!known.Contains(option))
            throw new FormatException(
                $"{written} is no option of {what}, which takes {(known.Length == 0 ? "none" : string.Join(", ", known.Select(name => $"--{name}")))}."
            );
        if (value is null || IsOption(value))
            throw new FormatException($"{written} has no value: write one after it.");
        if (option == "over" && value is not ("bare" or "hub" or "stream"))
            throw new FormatException($"--over is {value}: write bare, hub or stream.");
        if (option is not ("over" or "json") && !IsNumber(value))
            throw new FormatException($"{written} is {value}: write a whole number of at least 1.");
        if (!options.TryAdd(option, value))
            throw new FormatException($"{written} is given twice: take one out.");
    }

    private static bool IsNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static bool IsOption(string arg) => arg.StartsWith("--", StringComparison.Ordinal);
}
