using Rallies.Web.UseCases;

namespace Rallies.Web.Mail;

/// <summary>Sees to it that addresses whose time is up are deleted.</summary>
internal sealed class Forgetting(ForgetAddresses addresses, ILogger<Forgetting> logger) : Round(TimeSpan.FromMinutes(10), logger)
{
    protected override Task GoAsync(CancellationToken cancellation) => addresses.ForgetAsync(cancellation);
}
