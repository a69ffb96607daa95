using Rallies.Web.Importing;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Importing;

/// <summary>A calendar on an admin's desk: the file, what has been answered about it, what importing it would do, and the use case that does it.</summary>
internal sealed class ImportDesk(ImportPreview preview, ImportEvents import, Visitor visitor)
{
    private ImportRequest? request;
    private bool isImporting;

    /// <summary>How many files have lain here.</summary>
    public int Files { get; private set; }

    /// <summary>What importing would do; null as long as there is no file.</summary>
    public ImportPlan? Plan { get; private set; }

    /// <summary>What the import did; null as long as there was none.</summary>
    public ImportPlan? Done { get; private set; }

    public ImportAnswers Answers => request?.Answers ?? new();

    public async Task<bool> MayImportAsync() => await preview.MayImportAsync(await visitor.GrantsAsync(), default);

    /// <param name="source">Whose calendar it is; empty to take its own name.</param>
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
        if (isImporting || Done is not null)
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
        if (Plan is not { } agreed || await import.ImportAsync(await visitor.GrantsAsync(), Opened, agreed.Marks, default) is not { } done)
            return false;
        Done = done;
        return true;
    }

    private ImportRequest Opened => request ?? throw new InvalidOperationException("Open a file first.");

    private async Task PlanAsync()
    {
        Done = null;
        Plan = await MayImportAsync() ? await preview.OfAsync(Opened, default) : null;
    }
}
