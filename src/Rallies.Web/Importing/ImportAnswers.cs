using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rallies.Calendars.Reading;

namespace Rallies.Web.Importing;

/// <summary>What a calendar leaves open and whoever imports it has answered.</summary>
public sealed record ImportAnswers
{
    /// <summary>By which clock times go that name no zone, or one nobody knows; null while it is open.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>How long an event takes that names no end; null while it is open.</summary>
    public Duration? Length { get; init; }

    /// <summary>Whether the file's own rules count for more than the name of its zone, where they disagree; null while it is open.</summary>
    public bool? TrustsOwnRules { get; init; }

    /// <summary>Of a time that the clocks show twice, the earlier.</summary>
    public bool TakesEarlier { get; init; }

    /// <summary>The slug of the one day of action in question; null for any.</summary>
    public string? Day { get; init; }

    /// <summary>Whether organisers' names are taken over.</summary>
    public bool WithOrganisers { get; init; }

    /// <summary>The slugs of towns chosen for events that name none we know, by their UIDs: a series has one for all its occasions.</summary>
    public IReadOnlyDictionary<string, string> Towns { get; init; } = new Dictionary<string, string>();

    /// <summary>Events to be rallies of their own although their town has one.</summary>
    public IReadOnlySet<EventKey> Different { get; init; } = new HashSet<EventKey>();

    /// <summary>The same of two that answer the same.</summary>
    public string Hash() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\u001f',
                        [
                            Zone?.Id,
                            Length?.ToString(),
                            TrustsOwnRules?.ToString(),
                            TakesEarlier.ToString(),
                            Day,
                            WithOrganisers.ToString(),
                            .. Towns.Select(t => $"{t.Key} in {t.Value}").Order(StringComparer.Ordinal),
                            .. Different.Select(d => $"{d.Uid} {d.RecurrenceId} differs").Order(StringComparer.Ordinal),
                        ]
                    )
                )
            )
        );

    /// <summary>Whether what the reader asks is answered.</summary>
    public bool Settle(Fault question) =>
        question switch
        {
            Fault.FloatingTime => Zone is not null,
            Fault.NoEnd => Length is not null,
            Fault.TwoInstants => TrustsOwnRules is not null,
            Fault.AmbiguousTime => TakesEarlier,
            _ => false,
        };
}
