using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Rallies.Web.Towns;

namespace Rallies.Web.Importing;

/// <summary>A strike list in CSV (RFC 4180): separated by commas, semicolons or tabs, in UTF-8, one picket line a row.</summary>
/// <param name="Rows">Those that can be stored.</param>
/// <param name="Refused">Those that cannot: everything that is wrong with each, by row.</param>
/// <param name="Notes">What is wrong with the list as a whole.</param>
internal sealed record StrikeList(
    IReadOnlyList<StrikeRow> Rows,
    IReadOnlyDictionary<int, IReadOnlyList<ImportNote>> Refused,
    IReadOnlyList<ImportNote> Notes
)
{
    public const int MostRows = 5_000;
    public const int MostOctets = 1024 * 1024;

    public bool IsRefused { get; private init; }

    public static StrikeList Read(ReadOnlyMemory<byte> octets, Gazetteer gazetteer)
    {
        if (octets.Length > MostOctets)
            return Refuse(ImportNote.Of(ImportFault.TooLarge, 0, ""));
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets.Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Refuse(ImportNote.Of(ImportFault.NotUtf8, 0, ""));
        }
        using var parser = new CsvParser(
            new StringReader(text),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                DetectDelimiter = true,
                DetectDelimiterValues = [",", ";", "\t"],
                TrimOptions = TrimOptions.Trim,
                IgnoreBlankLines = true,
                BadDataFound = bad => throw new BadDataException(bad.Field, bad.RawRecord, bad.Context),
            }
        );
        return new Reading(parser, gazetteer).Read();
    }

    private static StrikeList Refuse(params IEnumerable<ImportNote> notes) =>
        new([], new Dictionary<int, IReadOnlyList<ImportNote>>(), [.. notes]) { IsRefused = true };

    private sealed class Reading(CsvParser parser, Gazetteer gazetteer)
    {
        private readonly List<StrikeRow> rows = [];
        private readonly Dictionary<int, IReadOnlyList<ImportNote>> refused = [];
        private readonly Dictionary<string, int> stood = [];

        public StrikeList Read()
        {
            try
            {
                if (!parser.Read())
                    return Refuse(ImportNote.Of(ImportFault.NoRows, 0, ""));
                var headings = (parser.Record ?? []).Select(h => (Text: h, Column: StrikeColumn.Called(h))).ToList();
                var missing = StrikeColumn.All.Where(c => c.IsRequired && headings.TrueForAll(h => h.Column != c)).ToList();
                if (missing.Count > 0)
                    return Refuse(
                        missing.Select(c => ImportNote.Of(ImportFault.NoColumn, 1, parser.RawRecord.Trim(), c.Name, StrikeColumn.Names))
                    );
                var unknown = headings.Where(h => h.Column is null && h.Text.Length > 0);
                IReadOnlyList<ImportNote> notes =
                [
                    .. unknown.Select(h => ImportNote.Of(ImportFault.UnknownColumn, 1, h.Text, h.Text, StrikeColumn.Names)),
                ];
                while (parser.Read())
                {
                    if (rows.Count + refused.Count == MostRows)
                        return Refuse(ImportNote.Of(ImportFault.TooManyRows, parser.Row, "", MostRows));
                    Take([.. headings.Select(h => h.Column)]);
                }
                return rows.Count + refused.Count == 0
                    ? Refuse(ImportNote.Of(ImportFault.NoRows, 1, ""))
                    : new StrikeList(rows, refused, notes);
            }
            catch (CsvHelperException)
            {
                return Refuse(ImportNote.Of(ImportFault.NotReadable, parser.Row, parser.RawRecord.Trim()));
            }
        }

        private void Take(IReadOnlyList<StrikeColumn?> columns)
        {
            var cells = new Dictionary<StrikeColumn, string>();
            for (var i = 0; i < Math.Min(columns.Count, parser.Count); i++)
                if (columns[i] is { } column)
                    cells.TryAdd(column, parser[i]);
            if (cells.Values.All(string.IsNullOrWhiteSpace))
                return;
            var reading = new StrikeCells(parser.Row, cells, gazetteer);
            if (reading.Read() is { } row && stood.TryAdd($"{row.Dispute} {row.Town.Slug.Value} {row.Gate}", row.Row))
                rows.Add(row);
            else if (reading.Read() is { } twin)
                refused[parser.Row] =
                [
                    ImportNote.Of(
                        ImportFault.StandsTwice,
                        parser.Row,
                        twin.Gate,
                        stood[$"{twin.Dispute} {twin.Town.Slug.Value} {twin.Gate}"]
                    ),
                ];
            else
                refused[parser.Row] = reading.Notes;
        }
    }
}
