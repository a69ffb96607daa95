using Rallies.Web.Importing;
using Rallies.Web.UseCases;

namespace Rallies.Web.Commands;

/// <summary>Imports a strike list for whoever runs the server: shows the plan, asks, stores.</summary>
internal sealed class StrikeListCommand(StrikeListPreview preview, ImportStrikeList import, Terminal terminal)
{
    /// <returns>0 when nothing stood in the way of any row.</returns>
    public async Task<int> RunAsync(string from, string? source, bool isAgreed, CancellationToken cancellation)
    {
        ImportRequest request;
        try
        {
            var octets = await Terminal.TakeAsync(from, StrikeList.MostOctets, cancellation);
            request = new(octets, Path.GetFileNameWithoutExtension(from)) { Source = source };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await terminal.Out.WriteLineAsync(e.Message);
            return 1;
        }
        var plan = await preview.OfAsync(request, cancellation);
        await StrikePlanText.WriteAsync(terminal.Out, plan);
        if (plan.Marks.Count == 0)
            return plan.IsComplete ? 0 : 1;
        if (!isAgreed && !await terminal.AgreesAsync(plan.Marks.Count == 1 ? "Import it?" : $"Import these {plan.Marks.Count}?"))
            return 1;
        var done = await import.ImportOnServerAsync(request, plan.Marks, cancellation);
        var stored = done.Lines.Count(l => l.IsWanted);
        await terminal.Out.WriteLineAsync(
            $"{stored} stored. A site that is running shows it within {ImportRounds.Every.TotalSeconds + 5:0} seconds."
        );
        return done.IsComplete && stored == plan.Marks.Count ? 0 : 1;
    }
}
