using System.Globalization;
using Rallies.Domain.Permissions;
using Rallies.Web.Mail;

namespace Rallies.Web.UseCases;

/// <summary>The secrets of a pledge's page, derived anew whenever they are needed and stored nowhere.</summary>
public sealed class PledgeSecrets(SiteKey key)
{
    /// <summary>Told to whoever pledged.</summary>
    public Secret OfPledge(Guid id) => Derived("pledge", id);

    /// <summary>Told by the mail alone, to whoever reads the address's mails. Opens the same page, and lets them confirm.</summary>
    public Secret OfMail(Guid id) => Derived("pledge-mail", id);

    private Secret Derived(string purpose, Guid id) =>
        Secret.Of(key.Derive(purpose, id.ToString("N", CultureInfo.InvariantCulture)).AsSpan(0, 20));
}
