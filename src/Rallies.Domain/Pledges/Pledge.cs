using NodaTime;

namespace Rallies.Domain.Pledges;

/// <summary>"I'm coming": how many, and nothing of who.</summary>
public sealed class Pledge
{
    public const int MostBringing = 20;

    /// <param name="id">Made by the device, afresh for each pledge (RFC 9562).</param>
    /// <param name="bringing">Others besides oneself, 0 to 20.</param>
    public Pledge(Guid id, int rallyId, int bringing, byte[] secretHash, Instant now)
    {
        if (id == Guid.Empty)
            throw new ArgumentException("A pledge has an id of its own.", nameof(id));
        Id = id;
        RallyId = rallyId;
        SecretHash = secretHash;
        Bringing = Checked(bringing);
        MadeAt = now;
    }

    private Pledge() { }

    public Guid Id { get; private set; }
    public int RallyId { get; private set; }
    public int Bringing { get; private set; }

    /// <summary>SHA-256 of the secret of /p/; the secret is derived from the id by the site's key.</summary>
    public byte[] SecretHash { get; private set; } = [];
    public Instant MadeAt { get; private set; }
    public Instant? WithdrawnAt { get; private set; }

    /// <summary>Sealed with the key ring; null when none was given, and after it was deleted.</summary>
    public string? SealedMail { get; private set; }
    public Instant? MailAskedAt { get; private set; }
    public Instant? MailConfirmedAt { get; private set; }

    /// <summary>Of the mails to them: en or cy.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>Themselves and whom they bring; 0 once withdrawn.</summary>
    public int People => WithdrawnAt is null ? 1 + Bringing : 0;

    public bool Bring(int bringing)
    {
        if (WithdrawnAt is null && bringing == Bringing)
            return false;
        (Bringing, WithdrawnAt) = (Checked(bringing), null);
        return true;
    }

    public bool Withdraw(Instant now)
    {
        if (WithdrawnAt is not null)
            return false;
        (WithdrawnAt, SealedMail) = (now, null);
        return true;
    }

    public void ReachAt(string sealedMail, string language, Instant now) =>
        (SealedMail, Language, MailAskedAt, MailConfirmedAt) = (sealedMail, language, now, null);

    public bool ConfirmMail(Instant now)
    {
        if (SealedMail is null || MailConfirmedAt is not null)
            return false;
        MailConfirmedAt = now;
        return true;
    }

    public void ForgetMail() => SealedMail = null;

    private static int Checked(int bringing) =>
        bringing is >= 0 and <= MostBringing
            ? bringing
            : throw new ArgumentOutOfRangeException(nameof(bringing), bringing, $"0 to {MostBringing}.");
}
