using Rallies.Web.Importing;
using Rallies.Web.UseCases;
using Rallies.Web.Words;

namespace Rallies.Web.Commands;

/// <summary>Imports a calendar for whoever runs the server: shows the plan, asks, stores.</summary>
internal sealed class CalendarCommand(
    CalendarFetch fetch,
    RememberCalendar memory,
    ImportPreview preview,
    ImportEvents import,
    Said said,
    Terminal terminal
)
{
    /// <param name="isReadAgain">Whether a calendar is read that has not changed since it was imported from the same address.</param>
    /// <returns>0 when nothing stood in the way of any event.</returns>
    public async Task<int> RunAsync(
        string from,
        string? source,
        ImportAnswers answers,
        bool isAgreed,
        bool isReadAgain,
        CancellationToken cancellation
    )
    {
        ImportRequest? request;
        try
        {
            request = CalendarFetch.IsAddress(from)
                ? await FetchAsync(from, source, answers, isReadAgain, cancellation)
                : new(await Terminal.TakeAsync(from, CalendarFetch.MostOctets, cancellation), Path.GetFileNameWithoutExtension(from))
                {
                    Source = source,
                    Answers = answers,
                };
        }
        catch (Exception e) when (e is FetchRefusedException or IOException or UnauthorizedAccessException)
        {
            await terminal.Out.WriteLineAsync(e.Message);
            return 1;
        }
        if (request is null)
            return 0;
        if (await ImportAsync(request, isAgreed, cancellation) is not { IsComplete: true } done)
            return 1;
        if (done.IsSettled)
            await memory.RememberAsync(from, request, cancellation);
        return 0;
    }

    // Null, and said, when it has not changed.
    private async Task<ImportRequest?> FetchAsync(
        string from,
        string? source,
        ImportAnswers answers,
        bool isReadAgain,
        CancellationToken cancellation
    )
    {
        var last = isReadAgain ? null : await memory.LastAsync(from, source, answers, cancellation);
        if (await fetch.FetchAsync(from, last?.Version, cancellation) is { } fetched)
            return new(fetched.Octets, Uri.TryCreate(from, UriKind.Absolute, out var address) ? address.IdnHost : from)
            {
                Source = source,
                Answers = answers,
                Version = fetched.Version,
            };
        await terminal.Out.WriteLineAsync(
            $"The calendar has not changed since {said.FullDate(last!.Value.ImportedAt.InUtc().Date)}, when it was imported, so there was nothing to do; --again reads it in any case."
        );
        return null;
    }

    // Null when not everything was stored that was looked at.
    private async Task<ImportPlan?> ImportAsync(ImportRequest request, bool isAgreed, CancellationToken cancellation)
    {
        var plan = await preview.OfAsync(request, cancellation);
        await new PlanText(terminal.Out, said).WriteAsync(plan);
        if (plan.Marks.Count == 0)
            return plan;
        if (!isAgreed && !await terminal.AgreesAsync(plan.Marks.Count == 1 ? "Import it?" : $"Import these {plan.Marks.Count}?"))
            return null;
        var done = await import.ImportOnServerAsync(request, plan.Marks, cancellation);
        var stored = done.Events.Count(e => e.IsWanted);
        await terminal.Out.WriteLineAsync(
            $"{stored} stored. A site that is running shows it within {ImportRounds.Every.TotalSeconds + 5:0} seconds."
        );
        return stored == plan.Marks.Count ? done : null;
    }
}
