using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Web.Live;

namespace Rallies.Web.Words;

/// <summary>A rally's and a day's figures as people say them; figures.ts says the same with the same words.</summary>
public sealed class Reported(
    IStringLocalizer<Reported> words,
    IStringLocalizer<Said> times,
    IStringLocalizer<FigureWords> kinds,
    IStringLocalizer<StageWords> stage,
    FigureWords figures,
    Said said
)
{
    private static readonly JsonSerializerOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] ofTimes =
    [
        "am",
        "pm",
        "noon",
        "midnight",
        "just-now",
        .. new[] { "minutes", "hours", "days" }.SelectMany(unit =>
            new[] { $"{unit}.one", $"{unit}.other", $"{unit}-ago.one", $"{unit}-ago.other" }
        ),
    ];

    /// <summary>"412", "600–800"; a dash where nobody has reported.</summary>
    public string People(BoardRow row) => row.Headcount.Kind is FigureKind.None ? "–" : Range(row.Headcount.Low, row.Headcount.High);

    /// <summary>"38,412–44,180", or one figure where both are the same.</summary>
    public string Range(int low, int high) => figures.Range(low, high);

    /// <summary>The class of a large figure that has more letters than "38,412–44,180"; rolling.ts has the same.</summary>
    public static string? Look(string range) =>
        range.Length switch
        {
            > 15 => "figure-longest",
            > 13 => "figure-long",
            _ => null,
        };

    /// <summary>"counted at 2 doors", "estimated", "checked themselves in", "not reported".</summary>
    public string Kind(BoardRow row) => row.Status is RallyStatus.Cancelled ? words["called-off"] : KindOfFigure(row);

    /// <summary>"4 min ago"; empty where nobody has reported.</summary>
    public string Age(BoardRow row, Instant now)
    {
        if (!HasFigure(row))
            return "";
        var minutes = (now - row.Headcount.AsOf!.Value).TotalMinutes;
        return minutes is >= 1 and < 60 ? words["min-ago", said.Number((long)minutes)] : said.Ago(row.Headcount.AsOf.Value, now);
    }

    /// <summary>"Leeds: 380, counted at 2 doors; before it was 600–800, estimated".</summary>
    public string Fell(string name, BoardRow before, BoardRow now) =>
        now.Headcount.Kind is FigureKind.None
            ? words["fell.gone", name, KindOfFigure(now), People(before), KindOfFigure(before)]
            : words["fell", name, People(now), KindOfFigure(now), People(before), KindOfFigure(before)];

    /// <summary>"Here now 398", "Doors 2": what is known of a row besides its figure, each with the name by which rows.ts calls it.</summary>
    public IReadOnlyList<(string Name, string Word, string Figure)> Numbers(BoardRow row)
    {
        var count = row.Headcount;
        var hasDoors = count.Doors > 0;
        (string Name, int? Number)[] numbers =
        [
            ("hereNow", hasDoors ? count.HereNow : null),
            ("entered", hasDoors ? count.Entered : null),
            ("doors", hasDoors ? count.Doors : null),
            ("checkedIn", count.CheckedIn),
            ("pledged", row.Pledged),
            ("late", count.Late > 0 ? count.Late : null),
            ("capacity", row.Capacity),
        ];
        return
        [
            .. from n in numbers where n.Number is not null select (n.Name, words[$"number.{n.Name}"].Value, said.Number(n.Number!.Value)),
        ];
    }

    /// <summary>"38,000 counted at the doors": a part of the total.</summary>
    public string Source(FigureKind kind, FigureRange range) => words[$"source.{kind}", Range(range.Low, range.High)];

    /// <summary>"41,203–44,180, the most: 38,000 counted at the doors, 3,203–6,180 estimated": of one moment of the evening.</summary>
    public string Moment(EveningStep step, bool isPeak) =>
        words[
            isPeak ? "moment.most" : "moment",
            Range(step.Low, step.High),
            string.Join(
                ", ",
                FigureSources.Kinds.Where(kind => step.Sources.Of(kind).High > 0).Select(kind => Source(kind, step.Sources.Of(kind)))
            )
        ];

    /// <summary>The line of the evening for whoever does not see it.</summary>
    public string Evening(EveningStep last, string now, EveningStep? peak, string peakAt) =>
        peak is { } most
            ? words["evening.label", Range(last.Low, last.High), now, Range(most.Low, most.High), peakAt]
            : words["evening.label.none"];

    /// <summary>"213 of 260 rallies reporting".</summary>
    public string Reporting(BoardTotal total) => words["reporting", said.Number(total.Reporting), said.Number(total.Live)];

    /// <summary>"oldest figure 4 minutes".</summary>
    public string Oldest(BoardTotal total, Instant now) =>
        total.Oldest is { } oldest ? words["oldest", said.Within(now - oldest)] : words["no-figures"];

    public static bool HasFigure(BoardRow row) =>
        row.Status is not RallyStatus.Cancelled && row.Headcount is { Kind: not FigureKind.None, AsOf: not null };

    /// <summary>All these words in the reader's language, as JSON, for the script that says them anew.</summary>
    public string ForScript() =>
        JsonSerializer.Serialize(
            ofTimes
                .Select(name => (Name: name, times[name].Value))
                .Concat(All(kinds))
                .Concat(All(stage))
                .Concat(All(words))
                .ToDictionary(w => w.Name, w => w.Value),
            plain
        );

    private string KindOfFigure(BoardRow row)
    {
        var kind = figures.Kind(row.Headcount);
        return row.Final ? words["final", kind] : kind;
    }

    private static IEnumerable<(string Name, string Value)> All(IStringLocalizer words) =>
        words.GetAllStrings(includeParentCultures: true).DistinctBy(w => w.Name).Select(w => (w.Name, w.Value));
}
