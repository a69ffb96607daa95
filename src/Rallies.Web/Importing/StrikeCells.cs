using NodaTime;
using NodaTime.Text;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Web.Towns;

namespace Rallies.Web.Importing;

/// <summary>Reads the cells of one row of a strike list, and says of each what is wrong with it.</summary>
internal sealed class StrikeCells(int fileLine, IReadOnlyDictionary<StrikeColumn, string> cells, Gazetteer gazetteer)
{
    private static readonly LocalTimePattern[] times =
    [
        LocalTimePattern.CreateWithInvariantCulture("H':'mm"),
        LocalTimePattern.CreateWithInvariantCulture("H'.'mm"),
        LocalTimePattern.CreateWithInvariantCulture("H':'mm':'ss"),
    ];
    private readonly List<ImportNote> notes = [];

    public IReadOnlyList<ImportNote> Notes => notes;

    /// <summary>Null when something is wrong.</summary>
    public StrikeRow? Read()
    {
        notes.Clear();
        var (union, employer) = (Words(StrikeColumn.Union, Dispute.MaxNameLength), Words(StrikeColumn.Employer, Dispute.MaxNameLength));
        var (town, gate) = (Town(), Words(StrikeColumn.Gate, PicketLine.MaxGateLength));
        var (days, from, to) = (WeekDays(), Time(StrikeColumn.From), Time(StrikeColumn.To));
        var (first, last) = (Date(StrikeColumn.First), Date(StrikeColumn.Last));
        var source = Address(StrikeColumn.Source);
        var demands = Optional(StrikeColumn.Demands, Dispute.MaxTextLength);
        var (fund, petition) = (Address(StrikeColumn.Fund), Address(StrikeColumn.Petition));
        var id = Optional(StrikeColumn.ExternalId, Domain.Importing.ImportedDispute.MaxExternalIdLength);
        if (from is { } start && to is { } end && end <= start)
            Complain(ImportFault.EndsBefore, StrikeColumn.To);
        if (first is { } one && last is { } other && (other < one || Period.DaysBetween(one, other) > 400))
            Complain(ImportFault.LastBeforeFirst, StrikeColumn.Last);
        return notes.Count > 0
            ? null
            : new(
                fileLine,
                union!,
                employer!,
                town!,
                gate!,
                days,
                from!.Value,
                to!.Value,
                first!.Value,
                last!.Value,
                source!,
                demands,
                fund,
                petition,
                string.IsNullOrEmpty(id) ? null : id
            );
    }

    private string Cell(StrikeColumn column) => cells.GetValueOrDefault(column, "").Trim();

    private string? Words(StrikeColumn column, int longest)
    {
        if (Cell(column).Length == 0)
            Complain(ImportFault.Missing, column, column.Name);
        return Optional(column, longest);
    }

    private string? Optional(StrikeColumn column, int longest)
    {
        if (!cells.ContainsKey(column))
            return null;
        var text = string.Concat(Cell(column).Where(c => !char.IsControl(c) || c == '\n'));
        if (text.Length > longest)
            Complain(ImportFault.TooLongText, column, column.Name, longest);
        return text;
    }

    private string? Address(StrikeColumn column)
    {
        if (Cell(column) is not { Length: > 0 } text)
        {
            if (column.IsRequired)
                Complain(ImportFault.Missing, column, column.Name);
            return cells.ContainsKey(column) ? "" : null;
        }
        if (!WebAddress.IsAcceptable(text))
            Complain(ImportFault.NotAnAddress, column, text);
        return text;
    }

    private Town? Town()
    {
        if (Words(StrikeColumn.Town, 200) is not { Length: > 0 } name)
            return null;
        var found = TownOfEvent.ByName(gazetteer, name);
        if (found is [var town])
            return town;
        if (found.Count == 0)
            Complain(ImportFault.UnknownTown, StrikeColumn.Town, name);
        else
            Complain(
                ImportFault.SeveralTowns,
                StrikeColumn.Town,
                name,
                string.Join("; ", found.Take(5).Select(t => t.County.Length > 0 ? t.County : t.RegionName))
            );
        return null;
    }

    private LocalTime? Time(StrikeColumn column)
    {
        if (Words(column, 20) is not { Length: > 0 } text)
            return null;
        foreach (var pattern in times)
            if (pattern.Parse(text) is { Success: true } read)
                return read.Value;
        Complain(ImportFault.NotATime, column, text);
        return null;
    }

    private LocalDate? Date(StrikeColumn column)
    {
        if (Words(column, 20) is not { Length: > 0 } text)
            return null;
        // 06/07/2026 is another day in Leeds than in Boston.
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value.Year: >= 2000 and <= 2100 } read)
            return read.Value;
        Complain(ImportFault.NotADate, column, text);
        return null;
    }

    private WeekDays WeekDays()
    {
        if (Words(StrikeColumn.Days, 80) is not { Length: > 0 } text)
            return Domain.Disputes.WeekDays.None;
        var days = SaidWeekDays.Read(text);
        if (days == Domain.Disputes.WeekDays.None)
            Complain(ImportFault.NotWeekDays, StrikeColumn.Days, text);
        return days;
    }

    private void Complain(ImportFault fault, StrikeColumn column, params object[] details) =>
        notes.Add(ImportNote.Of(fault, fileLine, Cell(column), details));
}
