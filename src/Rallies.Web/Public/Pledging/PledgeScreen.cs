using Rallies.Domain;
using Rallies.Web.Public.Forms;
using Rallies.Web.Public.InTown;

namespace Rallies.Web.Public.Pledging;

/// <summary>What the form shows.</summary>
/// <param name="Id">The pledge's, made with the form: sent twice, it is one pledge.</param>
public sealed record PledgeScreen(RallyView Rally, string Id, HowMany HowMany, string Mail)
{
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <param name="website">The honeypot.</param>
    public IEnumerable<Fault> Check(string? website)
    {
        if (HowMany.Fault is { } fault)
            yield return fault;
        if (Mail.Length > 0 && !Mailbox.TryRead(Mail, out _))
            yield return new Fault("mail", "mail.wrong");
        if (!string.IsNullOrEmpty(website))
            yield return new Fault("mail", "website.filled");
    }
}
