using System.Diagnostics;
using Rallies.Web.Rehearsing;
using Rallies.Web.UseCases;

namespace Rallies.Web.Commands;

/// <summary>Plays a night on a demo site that is running, for whoever runs the server, and takes it off again.</summary>
internal sealed class RehearseCommand(RehearseDay rehearse, Rehearsal rehearsal, TextWriter output)
{
    private static readonly TimeSpan betweenLines = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan untilTheSiteHasSeen = TimeSpan.FromSeconds(5);
    private TimeSpan told;

    /// <param name="restart">What restarts the site, run by the system's shell soon after the hour; null for none.</param>
    /// <returns>0 when every entry is in the log once and the board is right.</returns>
    public async Task<int> PlayAsync(Uri site, string day, RehearsalScale scale, string? restart, CancellationToken cancellation)
    {
        try
        {
            await RehearsalProof.IsThereAsync(site, day, cancellation); // before its pages say that they are played
        }
        catch (HttpRequestException e)
        {
            return await RefuseAsync(NobodyAnswers(site, e));
        }
        var (outcome, cast) = await rehearse.CastOnServerAsync(day, scale.Towns, cancellation);
        if (cast is null)
            return await RefuseAsync(Sentence(outcome, day));
        await output.WriteLineAsync(
            $"Playing {scale.People} people in {cast.Towns.Count} towns of {day} on {site.AbsoluteUri}, for {Minutes(scale)}. Its pages say that it is a rehearsal."
        );
        if (cast.Towns.Count < scale.Towns)
            await output.WriteLineAsync($"No more than {cast.Towns.Count} of its rallies are open for counting now.");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var restarting = RestartAsync(restart, scale, over.Token);
        try
        {
            var report = await rehearsal.PlayAsync(site, cast, scale, Tell, cancellation);
            foreach (var sentence in report.Sentences())
                await output.WriteLineAsync(sentence);
            await output.WriteLineAsync($"To take all of it off again: rehearse {day} --remove");
            return report.IsRight ? 0 : 1;
        }
        catch (HttpRequestException e)
        {
            return await RefuseAsync(NobodyAnswers(site, e));
        }
        finally
        {
            await over.CancelAsync();
            await restarting;
            await rehearse.EndAsync(day, CancellationToken.None);
        }
    }

    public async Task<int> RemoveAsync(string day, CancellationToken cancellation)
    {
        if (await rehearse.HaltOnServerAsync(day, cancellation))
        {
            await output.WriteLineAsync("A night is being played: it is stopped first.");
            await Task.Delay(untilTheSiteHasSeen, cancellation);
        }
        switch (await rehearse.RemoveOnServerAsync(day, cancellation))
        {
            case Change.Made:
                await output.WriteLineAsync($"Everything that was played is off {day}. A site that is running shows it within seconds.");
                return 0;
            case Change.AlreadySo:
                await output.WriteLineAsync($"Nothing has been played on {day}.");
                return 0;
            default:
                return await RefuseAsync(Sentence(CastOutcome.UnknownDay, day));
        }
    }

    private void Tell(RehearsalProgress progress)
    {
        if (progress.Elapsed - told < betweenLines)
            return;
        told = progress.Elapsed;
        output.WriteLine(
            $"{progress.Elapsed:h\\:mm\\:ss}  {progress.Taps} taps and {progress.CheckIns} check-ins in the log, {progress.Kept} kept on phones"
        );
    }

    private async Task RestartAsync(string? command, RehearsalScale scale, CancellationToken over)
    {
        if (command is null)
            return;
        try
        {
            await Task.Delay(scale.Lasts * 0.5, over);
            await output.WriteLineAsync($"Restarting the site: {command}");
            using var shell = Process.Start(
                OperatingSystem.IsWindows()
                    ? new ProcessStartInfo("cmd", ["/c", command])
                    : new ProcessStartInfo("/bin/sh", ["-c", command])
            )!;
            await shell.WaitForExitAsync(over);
            if (shell.ExitCode != 0)
                await output.WriteLineAsync($"The restart ended with {shell.ExitCode}.");
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The night is over.
        }
    }

    private async Task<int> RefuseAsync(string sentence)
    {
        await output.WriteLineAsync(sentence);
        return 1;
    }

    private static string NobodyAnswers(Uri site, HttpRequestException e) =>
        $"No site with this day answers at {site.AbsoluteUri} ({e.Message}): start it first, or say where it is with --site.";

    private static string Minutes(RehearsalScale scale) =>
        scale.Lasts.TotalMinutes is var minutes && minutes == 1 ? "1 minute" : $"{minutes:0.#} minutes";

    private static string Sentence(CastOutcome outcome, string day) =>
        outcome switch
        {
            CastOutcome.NotDemo =>
                "This site was not filled as a demo, and a night is played nowhere else: rehearse on a site with --Rallies:Demo true and a Rallies:DataDirectory of its own.",
            CastOutcome.UnknownDay => $"There is no day of action {day}: name it by the last part of its address, like tonight.",
            _ => $"No rally of {day} is open for counting now: rehearse a day that is, on a demo site tonight.",
        };
}
