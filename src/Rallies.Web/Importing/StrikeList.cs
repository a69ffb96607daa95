using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Rallies.Web.Towns;

namespace Rallies.Web.Importing;

/// <summary>A strike list in CSV (RFC 4180): separated by commas, semicolons or tabs, in UTF-8, one picket line a row.</summary>
/// <param name="Rows">Those that can be read.</param>
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
                IgnoreBlankLines = false, // they count as lines, and are passed over below
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

        /// <summary>Where the row begins in the file, from 1.</summary>
        private int fileLine;

        public StrikeList Read()
        {
            try
            {
                do if (!Next())
                    return Refuse(ImportNote.Of(ImportFault.NoRows, 0, ""));
                while (parser.Record!.All(string.IsNullOrWhiteSpace));
                var headings = (parser.Record ?? []).Select(h => (Text: h, Column: StrikeColumn.Called(h))).ToList();
                var missing = StrikeColumn.All.Where(c => c.IsRequired && headings.TrueForAll(h => h.Column != c)).ToList();
                if (missing.Count > 0)
                    return Refuse(
                        missing.Select(c =>
                            ImportNote.Of(ImportFault.NoColumn, fileLine, parser.RawRecord.Trim(), c.Name, StrikeColumn.Names)
                        )
                    );
                IReadOnlyList<ImportNote> notes =
                [
                    .. headings
                        .Where(h => h.Column is null && h.Text.Length > 0)
                        .Select(h => ImportNote.Of(ImportFault.UnknownColumn, fileLine, h.Text, h.Text, StrikeColumn.Names)),
                ];
                while (Next())
                {
                    Take([.. headings.Select(h => h.Column)]);
                    if (rows.Count + refused.Count > MostRows)
                        return Refuse(ImportNote.Of(ImportFault.TooManyRows, fileLine, "", MostRows));
                }
                return rows.Count + refused.Count == 0
                    ? Refuse(ImportNote.Of(ImportFault.NoRows, fileLine, ""))
                    : new StrikeList(rows, refused, notes);
            }
            catch (CsvHelperException)
            {
                return Refuse(ImportNote.Of(ImportFault.NotReadable, fileLine, parser.RawRecord.Trim()));
            }
        }

        private bool Next()
        {
            fileLine = parser.RawRow + 1; // of the row before, RawRow is the last line
            return parser.Read();
        }

        private void Take(IReadOnlyList<StrikeColumn?> columns)
        {
            var cells = new Dictionary<StrikeColumn, string>();
            for (var i = 0; i < Math.Min(columns.Count, parser.Count); i++)
                if (columns[i] is { } column)
                    cells.TryAdd(column, parser[i]);
            if (cells.Values.All(string.IsNullOrWhiteSpace))
                return;
            var reading = new StrikeCells(fileLine, cells, gazetteer);
            if (reading.Read() is { } row)
                rows.Add(row);
            else
                refused[fileLine] = reading.Notes;
        }
    }
}
