using System.Globalization;
using System.IO.Compression;
using System.Text;
using Rallies.Domain;

namespace Rallies.Web.Towns;

/// <summary>Reads the embedded table of towns that wwwroot-assets/gazetteer makes; the columns are described there.</summary>
internal static class TownFile
{
    private const string Resource = "gazetteer/towns.tsv.br";
    private const int Columns = 11;

    public static IReadOnlyList<Town> Read()
    {
        using var packed =
            typeof(TownFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded: build the project anew.");
        using var lines = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        var shared = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var towns = new List<Town>(30_000);
        while (lines.ReadLine() is { } line)
            towns.Add(TownFrom(line, shared));
        towns.TrimExcess();
        return towns;
    }

    private static Town TownFrom(ReadOnlySpan<char> line, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> shared)
    {
        Span<Range> cells = stackalloc Range[Columns + 1];
        if (line.Split(cells, '\t') != Columns)
            throw new InvalidDataException($"A town with other than {Columns} columns: {line}");
        return new Town
        {
            Slug = new Slug(line[cells[0]].ToString()),
            Name = line[cells[1]].ToString(),
            OtherNames = line[cells[2]].IsEmpty ? [] : line[cells[2]].ToString().Split('|'),
            Region = Shared(line[cells[3]], shared),
            RegionName = Shared(line[cells[4]], shared),
            County = Shared(line[cells[5]], shared),
            Country = Shared(line[cells[6]], shared),
            Coordinates = new Coordinates(Number(line[cells[7]]), Number(line[cells[8]])),
            Population = int.Parse(line[cells[9]], NumberStyles.None, CultureInfo.InvariantCulture),
            ZoneId = Shared(line[cells[10]], shared),
        };
    }

    private static double Number(ReadOnlySpan<char> text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    // Some thousands of regions and counties serve all towns: each is kept once.
    private static string Shared(ReadOnlySpan<char> text, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> shared)
    {
        if (shared.TryGetValue(text, out var known))
            return known;
        shared.Add(text);
        return shared.TryGetValue(text, out known) ? known : throw new InvalidOperationException("A set lost what was put in.");
    }
}
