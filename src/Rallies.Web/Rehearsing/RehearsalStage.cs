using Rallies.Web.Access;
using Rallies.Web.Settings;
using Rallies.Web.UseCases;

namespace Rallies.Web.Rehearsing;

/// <summary>The one night that this site plays against itself, begun and watched from the console. It goes on when whoever began it leaves.</summary>
internal sealed partial class RehearsalStage(
    RehearseDay rehearse,
    Rehearsal rehearsal,
    PublicAddress address,
    IHostApplicationLifetime lifetime,
    ILogger<RehearsalStage> logger
)
{
    private readonly Lock gate = new();
    private CancellationTokenSource? playing;

    /// <summary>The day's slug; null before the first night.</summary>
    public string? Day { get; private set; }
    public RehearsalProgress? Progress { get; private set; }

    /// <summary>Of the latest night that came to its end; null while one is played, and when one was stopped.</summary>
    public RehearsalReport? Report { get; private set; }
    public bool IsPlaying => playing is not null;

    /// <summary>Begins a night and does not wait for its end; null when another is being played.</summary>
    public async Task<CastOutcome?> BeginAsync(HeldGrants held, string day, RehearsalScale scale, CancellationToken cancellation)
    {
        var stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        lock (gate)
        {
            if (playing is not null)
                return null;
            playing = stopping;
        }
        try
        {
            var (outcome, cast) = await rehearse.CastAsync(held, day, scale.Towns, cancellation);
            if (cast is null)
                Clear();
            else
            {
                (Day, Progress, Report) = (day, null, null);
                _ = Task.Run(() => PlayAsync(cast, scale, stopping.Token), CancellationToken.None);
            }
            return outcome;
        }
        catch
        {
            Clear();
            throw;
        }
    }

    /// <summary>Ends the night that is being played; what was played stays.</summary>
    public void Stop()
    {
        lock (gate)
            playing?.Cancel();
    }

    private async Task PlayAsync(Cast cast, RehearsalScale scale, CancellationToken stopping)
    {
        try
        {
            Report = await rehearsal.PlayAsync(address.Origin, cast, scale, progress => Progress = progress, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // As asked; what was played stays until somebody takes it off.
        }
        catch (Exception e)
        {
            LogNotPlayed(e);
        }
        finally
        {
            await rehearse.EndAsync(cast.Day, CancellationToken.None);
            Clear();
        }
    }

    private void Clear()
    {
        lock (gate)
        {
            playing?.Dispose();
            playing = null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A rehearsal broke off.")]
    private partial void LogNotPlayed(Exception exception);
}
