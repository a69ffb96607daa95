using System.Globalization;

namespace Rallies.LoadTests;

/// <summary>What the command line asks for: words, and options that begin with two dashes.</summary>
internal sealed record Asked(string[] What, IReadOnlyDictionary<string, string> Options)
{
    public static Asked Read(string[] args)
    {
        var first = Array.FindIndex(args, a => a.StartsWith("--", StringComparison.Ordinal));
        return first < 0
            ? new(args, new Dictionary<string, string>())
            : new(args[..first], args[first..].Chunk(2).ToDictionary(pair => pair[0][2..], pair => pair.ElementAtOrDefault(1) ?? ""));
    }

    public string? Text(string option) => Options.GetValueOrDefault(option);

    public int Number(string option, int otherwise) =>
        Options.TryGetValue(option, out var text) ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

    public TimeSpan Seconds(string option, int otherwise) => TimeSpan.FromSeconds(Number(option, otherwise));
}
