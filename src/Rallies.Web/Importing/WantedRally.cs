using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rallies.Domain;

namespace Rallies.Web.Importing;

/// <summary>What an event of a calendar wants to be here.</summary>
public sealed record WantedRally
{
    public required DayOfAction Day { get; init; }
    public required Town Town { get; init; }

    /// <summary>By the town's clock; null for a whole day, which keeps the hours of the day of action.</summary>
    public LocalDateTime? Start { get; init; }
    public Duration? Lasts { get; init; }

    /// <summary>Null while the place is still to be confirmed.</summary>
    public MeetingPoint? Place { get; init; }
    public string Name { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>Null to leave it as it is.</summary>
    public string? Organiser { get; init; }

    /// <summary>A start of its own, unless it is the day's.</summary>
    public LocalDateTime? OwnStart => Start == Day.StartsAt ? null : Start;

    /// <summary>A length of its own, unless it is the day's.</summary>
    public Duration? OwnLength => Lasts == Day.Lasts ? null : Lasts;

    /// <summary>A hash of what the calendar says, whatever the day of action says.</summary>
    public byte[] Hash() =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    {Town.Slug.Value} {Start:uuuu-MM-dd'T'HH:mm} {Lasts?.TotalMinutes}
                    {Place?.Place}
                    {Place?.Latitude} {Place?.Longitude}
                    {Name}
                    {Organiser}
                    {Description}
                    """
                )
            )
        );
}
