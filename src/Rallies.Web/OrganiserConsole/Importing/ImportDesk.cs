using Rallies.Web.Importing;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Importing;

/// <summary>
/// A calendar or a strike list on an admin's desk: the file, what has been answered about it, what importing it would do, and the use
/// case that does it.
/// </summary>
internal sealed class ImportDesk(
    ImportPreview calendars,
    StrikeListPreview lists,
    ImportEvents importEvents,
    ImportStrikeList importList,
    Visitor visitor
)
{
    private ImportRequest? request;
    private bool isImporting;

    /// <summary>How many files have lain here.</summary>
    public int Files { get; private set; }

    /// <summary>Null as long as there is no file.</summary>
    public FileKind? Kind { get; private set; }

    /// <summary>What importing would do, or did; null unless the file is a calendar.</summary>
    public ImportPlan? Calendar { get; private set; }

    /// <summary>What importing would do, or did; null unless the file is a strike list.</summary>
    public StrikePlan? List { get; private set; }

    /// <summary>Whether it was imported.</summary>
    public bool IsDone { get; private set; }

    public ImportAnswers Answers => request?.Answers ?? new();

    /// <summary>Whether the visitor may import either.</summary>
    public async Task<bool> MayImportAsync()
    {
        var held = await visitor.GrantsAsync();
        return await calendars.MayImportAsync(held, default) || await lists.MayImportAsync(held, default);
    }

    /// <param name="source">Whose it is; empty to take the calendar's own name, or the file's.</param>
    public async Task OpenAsync(byte[] octets, string fileName, string source)
    {
        request = new(octets, Path.GetFileNameWithoutExtension(fileName)) { Source = source.Trim().Length == 0 ? null : source };
        Files++;
        await PlanAsync();
    }

    public async Task AnswerAsync(ImportAnswers answers)
    {
        request = Opened with { Answers = answers };
        await PlanAsync();
    }

    /// <summary>False when the visitor may not, or no longer.</summary>
    public async Task<bool> ImportAsync()
    {
        // A second click comes while the first is at work.
        if (isImporting || IsDone)
            return true;
        isImporting = true;
        try
        {
            return await ImportAgreedAsync();
        }
        finally
        {
            isImporting = false;
        }
    }

    private async Task<bool> ImportAgreedAsync()
    {
        var held = await visitor.GrantsAsync();
        if (Calendar is { } calendar && await importEvents.ImportAsync(held, Opened, calendar.Marks, default) is { } events)
            (Calendar, IsDone) = (events, true);
        else if (List is { } list && await importList.ImportAsync(held, Opened, list.Marks, default) is { } lines)
            (List, IsDone) = (lines, true);
        return IsDone;
    }

    private ImportRequest Opened => request ?? throw new InvalidOperationException("Open a file first.");

    private async Task PlanAsync()
    {
        var kind = KindOfFile.Of(Opened.Octets.Span);
        var held = await visitor.GrantsAsync();
        var isCalendar = kind == FileKind.Calendar && await calendars.MayImportAsync(held, default);
        var isList = kind == FileKind.StrikeList && await lists.MayImportAsync(held, default);
        var calendar = isCalendar ? await calendars.OfAsync(Opened, default) : null;
        var list = isList ? await lists.OfAsync(Opened, default) : null;
        (Kind, Calendar, List, IsDone) = (kind, calendar, list, false);
    }
}
