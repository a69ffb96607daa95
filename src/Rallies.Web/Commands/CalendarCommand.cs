using Rallies.Web.Importing;
using Rallies.Web.UseCases;
using Rallies.Web.Words;

namespace Rallies.Web.Commands;

/// <summary>Imports a calendar for whoever runs the server: shows the plan, asks, stores.</summary>
internal sealed class CalendarCommand(ImportPreview preview, ImportEvents import, Said said, Terminal terminal)
{
    /// <returns>0 when nothing stood in the way of any event.</returns>
    public async Task<int> RunAsync(string from, string? source, ImportAnswers answers, bool isAgreed, CancellationToken cancellation)
    {
        ImportRequest request;
        try
        {
            request = await TakeAsync(from, cancellation) with { Source = source, Answers = answers };
        }
        catch (Exception e) when (e is FetchRefusedException or IOException or UnauthorizedAccessException)
        {
            await terminal.Out.WriteLineAsync(e.Message);
            return 1;
        }
        var plan = await preview.OfAsync(request, cancellation);
        await new PlanText(terminal.Out, said).WriteAsync(plan);
        if (plan.Marks.Count == 0)
            return plan.IsComplete ? 0 : 1;
        if (!isAgreed && !await terminal.AgreesAsync(plan.Marks.Count == 1 ? "Import it?" : $"Import these {plan.Marks.Count}?"))
            return 1;
        var done = await import.ImportOnServerAsync(request, plan.Marks, cancellation);
        var stored = done.Events.Count(e => e.IsWanted);
        await terminal.Out.WriteLineAsync(
            $"{stored} stored. A site that is running shows it within {ImportRounds.Every.TotalSeconds + 5:0} seconds."
        );
        return done.IsComplete && stored == plan.Marks.Count ? 0 : 1;
    }

    private static async Task<ImportRequest> TakeAsync(string from, CancellationToken cancellation)
    {
        if (!CalendarFetch.IsAddress(from))
            return new(await Terminal.TakeAsync(from, CalendarFetch.MostOctets, cancellation), Path.GetFileNameWithoutExtension(from));
        using var fetch = new CalendarFetch(PinnedConnection.Handler());
        var octets = await fetch.FetchAsync(from, cancellation);
        return new(octets, Uri.TryCreate(from, UriKind.Absolute, out var address) ? address.IdnHost : from);
    }
}
