using System.Globalization;
using Rallies.Calendars;
using Rallies.Domain;

namespace Rallies.Web.Feeds;

/// <summary>What a subscriber may ask of a feed, normalised: the same wish is the same cache entry, and unknown keys are none.</summary>
public sealed record FeedQuery
{
    public static readonly IReadOnlyList<string> Types = ["rally", "picket", "speech"];
    public static readonly IReadOnlyList<string> AccessNeeds = ["step-free", "bsl", "children"];

    private static readonly IReadOnlyList<string> keys = ["type", "access", "lang", "cancelled", "download"];
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

    /// <summary>As it stands behind a feed's address, "?access=bsl&amp;lang=cy"; empty when nothing is asked.</summary>
    public string Text => Asked.ToList() is { Count: > 0 } asked ? "?" + string.Join('&', asked) : "";

    private IEnumerable<string> Asked
    {
        get
        {
            if (Access.Count > 0)
                yield return $"access={string.Join(',', Access)}";
            if (CancelledAsNotice)
                yield return "cancelled=notice";
            if (Download)
                yield return "download=1";
            if (Language != "en")
                yield return $"lang={Language}";
            if (Remind is { } minutes)
                yield return string.Create(CultureInfo.InvariantCulture, $"remind={minutes}");
            if (Type.Count > 0)
                yield return $"type={string.Join(',', Type)}";
        }
    }

    /// <summary>Of every feed; others are ignored.</summary>
    public static bool Knows(string name) => keys.Contains(name);

    public bool Equals(FeedQuery? other) => other?.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>An event of this kind, with this access, is let through.</summary>
    public bool Takes(Belonging belongs) =>
        (Type.Count == 0 || Type.Contains(belongs.Type)) && Access.All(need => belongs.Access is { } access && Has(access, need));

    public FeedQuery AsNotice() => this with { CancelledAsNotice = true, key = null };

    public FeedQuery AsDownload() => this with { Download = true, key = null };

    /// <param name="type">Of <see cref="Types"/>.</param>
    /// <param name="access">Of <see cref="AccessNeeds"/>.</param>
    /// <param name="language">"en" or "cy".</param>
    public static FeedQuery Of(IEnumerable<string> type, IEnumerable<string> access, string language) =>
        new()
        {
            Type = InOrder(type),
            Access = InOrder(access),
            Language = language,
        };

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
        chosen = InOrder(Words(value));
        return chosen.All(allowed.Contains);
    }

    /// <summary>The values of a key, however often it is given: type=rally,picket is type=rally and type=picket.</summary>
    public static IEnumerable<string> Words(Microsoft.Extensions.Primitives.StringValues value) =>
        value.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IReadOnlyList<string> InOrder(IEnumerable<string> words) => [.. words.Distinct().Order(StringComparer.Ordinal)];

    private static bool Has(Domain.Access access, string need) =>
        need switch
        {
            "step-free" => access.StepFree,
            "bsl" => access.SignLanguage,
            _ => access.ChildrenWelcome,
        } == AccessFact.Yes;
}
