using Rallies.Web.UseCases;

namespace Rallies.Web.Mail;

/// <summary>Sees to it that those who come hear of a change within the minute.</summary>
internal sealed class Telling(TellPledged pledged, ILogger<Telling> logger) : Round(TimeSpan.FromSeconds(20), logger)
{
    protected override Task GoAsync(CancellationToken cancellation) => pledged.TellAsync(cancellation);
}
