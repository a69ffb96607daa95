using NodaTime;

namespace Rallies.Calendars;

/// <summary>What a calendar says of itself (RFC 5545 §3.7, RFC 7986 §5), beside its events. There is no METHOD: it is published, not sent.</summary>
public sealed record Calendar
{
    /// <summary>What made it, as a formal public identifier (RFC 5545 §3.7.3), such as <c>-//Example//1//EN</c>. Not a build's number: readers would fetch everything again.</summary>
    public required string Product
    {
        get;
        init => field = NotBlank(value, "product");
    }

    public required string Uid
    {
        get;
        init => field = NotBlank(value, "UID");
    }

    public required string Name
    {
        get;
        init => field = NotBlank(value, "name");
    }

    /// <summary>When its own words last changed, cut to whole seconds.</summary>
    public required Instant Changed { get; init; }

    public string? Description { get; init; }

    /// <summary>The web page of the calendar.</summary>
    public Uri? Url { get; init; }

    /// <summary>Where this very calendar is fetched; leave it out where the address is a secret, since exports get passed on.</summary>
    public Uri? Source { get; init; }

    /// <summary>How often readers should look again, 1 minute or more; usually one hour.</summary>
    public Duration Refresh
    {
        get;
        init => field = AtLeastAMinute(value);
    } = Duration.FromHours(1);

    /// <summary>The same while an event begins within 48 hours; usually a quarter of an hour.</summary>
    public Duration RefreshWhenNear
    {
        get;
        init => field = AtLeastAMinute(value);
    } = Duration.FromMinutes(15);

    public CalendarColour? Colour { get; init; }

    /// <summary>The zone shown while there is no event, since RFC 5545 §3.6 wants one component at least; UTC where none is given.</summary>
    public TimeZoneText? Zone { get; init; }

    private static string NotBlank(string value, string what) =>
        !EscapedText.IsBlank(value) ? value : throw new ArgumentException($"A calendar needs a {what} that can be read.");

    private static Duration AtLeastAMinute(Duration value) =>
        value >= Duration.FromMinutes(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Readers look again after a minute or more.");
}
