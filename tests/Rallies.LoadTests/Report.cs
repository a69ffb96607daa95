using System.Globalization;
using System.Text.Json;

namespace Rallies.LoadTests;

/// <summary>What was measured: printed as it comes, and at the end written as JSON where somebody asked for it.</summary>
internal sealed class Report(string? file)
{
    private static readonly JsonSerializerOptions indented = new() { WriteIndented = true };
    private readonly SortedDictionary<string, double> figures = new(StringComparer.Ordinal);

    /// <param name="target">As a sentence prints it, such as "≤ 0.65".</param>
    public void Figure(string name, double value, string unit = "", string? target = null)
    {
        figures[name] = Math.Round(value, 4);
        var aim = target is null ? "" : $"   (target {target})";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name, -58} {value, 12:0.###} {unit}{aim}"));
    }

    public static void Heading(string text) => Console.WriteLine($"\n{text}");

    public static void Note(string text) => Console.WriteLine($"  {text}");

    public async Task WriteAsync()
    {
        if (file is not null)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, indented));
    }
}
