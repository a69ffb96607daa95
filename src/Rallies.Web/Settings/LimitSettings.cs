namespace Rallies.Web.Settings;

/// <summary>How often one network address may do something; wide enough for a crowd behind one address. A loaded rehearsal lifts them all.</summary>
public sealed record LimitSettings
{
    public bool Enabled { get; init; } = true;

    /// <summary>Rallies started from one address in an hour.</summary>
    public int StartsPerHour { get; init; } = 20;

    /// <summary>Mails asked for from one address in an hour: to join a rally, or a lost link.</summary>
    public int MailsPerHour { get; init; } = 20;

    /// <summary>Private links tried from one address in a minute.</summary>
    public int LinksPerMinute { get; init; } = 60;

    /// <summary>Pledges from one address in a minute.</summary>
    public int PledgesPerMinute { get; init; } = 120;

    /// <summary>Self check-ins from one address in a minute.</summary>
    public int CheckInsPerMinute { get; init; } = 600;

    /// <summary>Batches of taps from one address in a minute.</summary>
    public int TapBatchesPerMinute { get; init; } = 1200;

    /// <summary>Calendars checked from one address in a minute: each costs as much as many pages.</summary>
    public int CalendarChecksPerMinute { get; init; } = 60;

    /// <summary>Live streams open to one address at a time: a whole square may stand behind it.</summary>
    public int StreamsPerAddress { get; init; } = 5000;

    /// <summary>Any request from one address in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 6000;
}
