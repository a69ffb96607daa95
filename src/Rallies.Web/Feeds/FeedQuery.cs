using System.Globalization;
using Rallies.Calendars;

namespace Rallies.Web.Feeds;

/// <summary>What a subscriber may ask of a feed, normalised: the same wish is the same cache entry, and unknown keys are none.</summary>
public sealed record FeedQuery
{
    public static readonly IReadOnlyList<string> Types = ["rally", "picket", "speech"];
    public static readonly IReadOnlyList<string> AccessNeeds = ["step-free", "bsl", "children"];

    private static readonly FeedQuery none = new();
    private string? key;

    /// <summary>Kinds of event; empty means all.</summary>
    public IReadOnlyList<string> Type { get; private init; } = [];
    public IReadOnlyList<string> Access { get; private init; } = [];
    public string Language { get; private init; } = "en";

    /// <summary>For Google, which takes cancelled events out of sight: they stay, confirmed and saying so.</summary>
    public bool CancelledAsNotice { get; private init; }
    public bool Download { get; private init; }

    /// <summary>Minutes before each start at which the reader wishes to be told, 0 to 40,320; null for no alarm. Of personal feeds only.</summary>
    public int? Remind { get; private init; }

    /// <summary>Everything that makes other octets. Downloading changes headers only.</summary>
    public string Key => key ??= $"{string.Join(',', Type)}|{string.Join(',', Access)}|{Language}|{CancelledAsNotice}|{Remind}";

    public bool Equals(FeedQuery? other) => other?.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public bool Wants(string type) => Type.Count == 0 || Type.Contains(type);

    /// <param name="complaint">What is wrong with a known key, in a sentence; empty when nothing is.</param>
    /// <param name="personal">Whether the reader may ask to be reminded; elsewhere that key is unknown.</param>
    public static FeedQuery? Read(IQueryCollection query, out string complaint, bool personal = false)
    {
        complaint = "";
        if (query.Count == 0)
            return none;
        if (!Several(query["type"], Types, out var type))
            complaint = $"type is any of {string.Join(", ", Types)}, separated by commas.";
        else if (!Several(query["access"], AccessNeeds, out var access))
            complaint = $"access is any of {string.Join(", ", AccessNeeds)}, separated by commas.";
        else if (query["lang"].ToString() is not ("" or "en" or "cy"))
            complaint = "lang is en or cy.";
        else if (query["cancelled"].ToString() is not ("" or "notice"))
            complaint = "cancelled is notice, or left out.";
        else if (query["download"].ToString() is not ("" or "1"))
            complaint = "download is 1, or left out.";
        else if (!Minutes(personal ? query["remind"].ToString() : "", out var remind))
            complaint = "remind is a number of minutes before the start, 0 to 40320.";
        else
            return new FeedQuery
            {
                Type = type,
                Access = access,
                Language = query["lang"].ToString() is "cy" ? "cy" : "en",
                CancelledAsNotice = query["cancelled"].ToString() == "notice",
                Download = query["download"].ToString() == "1",
                Remind = remind,
            };
        return null;
    }

    private static bool Minutes(string text, out int? minutes)
    {
        minutes = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text.Length == 0 || minutes is <= CalendarEvent.LongestAlarm;
    }

    private static bool Several(
        Microsoft.Extensions.Primitives.StringValues value,
        IReadOnlyList<string> allowed,
        out IReadOnlyList<string> chosen
    )
    {
        chosen =
        [
            .. value
                .ToString()
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        return chosen.All(allowed.Contains);
    }
}
