using NodaTime;
using Rallies.Domain.Permissions;

namespace Rallies.Domain.Pledges;

/// <summary>Somebody's own calendar of what they said they come to: read by whoever has its address, which only they know.</summary>
public sealed class PersonalCalendar
{
    /// <summary>Asked for by nobody this long, it ends.</summary>
    public static readonly Period UnusedFor = Period.FromMonths(12);

    public PersonalCalendar(Secret secret, Instant now)
    {
        SecretHash = secret.Hash();
        MadeAt = ChangedAt = now;
        UsedOn = now.InUtc().Date;
    }

    private PersonalCalendar() { }

    public int Id { get; private set; }

    /// <summary>SHA-256; the address is told once and stored nowhere.</summary>
    public byte[] SecretHash { get; private set; } = [];
    public Instant MadeAt { get; private set; }

    /// <summary>When a pledge last came into it or left it.</summary>
    public Instant ChangedAt { get; private set; }

    /// <summary>The last day, in UTC, on which a calendar program asked for it.</summary>
    public LocalDate UsedOn { get; private set; }

    public void Change(Instant now) => ChangedAt = Instant.Max(ChangedAt + Duration.FromSeconds(1), now);
}
