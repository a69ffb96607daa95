using System.Globalization;
using System.Threading.Channels;
using Rallies.Web.UseCases;

namespace Rallies.Web.Access;

/// <summary>
/// Mails lost links after the answer has gone out: looking one up, sealing and writing takes longer than finding none, and whoever
/// measures the answer must not learn who organises where.
/// </summary>
internal sealed partial class LostLinks(ContactAddress contact, ILogger<LostLinks> logger) : BackgroundService
{
    private readonly Channel<Asked> queue = Channel.CreateBounded<Asked>(
        new BoundedChannelOptions(200) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    /// <summary>In the language of this request.</summary>
    /// <param name="towns">Slugs: of Newport, Newport and Newport the address tells which.</param>
    public void Ask(IReadOnlyList<string> towns, string address) =>
        queue.Writer.TryWrite(new Asked(towns, address, CultureInfo.CurrentUICulture));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var asked in queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                CultureInfo.CurrentUICulture = asked.Language;
                await contact.RecoverAsync(asked.Towns, asked.Address, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e);
            }
        }
    }

    /// <summary>What was asked before the stop is still mailed.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        if (ExecuteTask is { } work)
            await Task.WhenAny(work, Task.Delay(Timeout.Infinite, cancellationToken));
        await base.StopAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A lost link could not be mailed.")]
    private partial void LogFailed(Exception exception);

    private sealed record Asked(IReadOnlyList<string> Towns, string Address, CultureInfo Language);
}
