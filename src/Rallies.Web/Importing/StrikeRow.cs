using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;

namespace Rallies.Web.Importing;

/// <summary>One picket line of a strike list, as far as it can be stored.</summary>
/// <param name="FileLine">Where it begins in the file, from 1, as an editor counts: words in quotes may hold line breaks.</param>
/// <param name="Demands">Null, as the two after it, where the list has no such column: what is known then stays.</param>
/// <param name="ExternalId">What the list itself calls the dispute; null where it does not.</param>
public sealed record StrikeRow(
    int FileLine,
    string Union,
    string Employer,
    Town Town,
    string Gate,
    WeekDays Days,
    LocalTime From,
    LocalTime To,
    LocalDate First,
    LocalDate Last,
    string Source,
    string? Demands,
    string? Fund,
    string? Petition,
    string? ExternalId
)
{
    /// <summary>One and the same dispute within the list.</summary>
    public string Dispute => ExternalId is { } id ? $"id {id}" : NameOfDispute(Union, Employer);

    public static string NameOfDispute(string union, string employer) => $"{FoldedText.Of(union, 200)} / {FoldedText.Of(employer, 200)}";

    public static string NameOfGate(string gate) => FoldedText.Of(gate, 200);

    /// <summary>The same of two rows that say the same.</summary>
    public string Hash() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\u001f',
                        Dispute,
                        Union,
                        Employer,
                        Town.Slug.Value,
                        Gate,
                        (int)Days,
                        From.ToString("HH:mm", CultureInfo.InvariantCulture),
                        To.ToString("HH:mm", CultureInfo.InvariantCulture),
                        First.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                        Last.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                        Source,
                        Demands,
                        Fund,
                        Petition
                    )
                )
            )
        );
}
