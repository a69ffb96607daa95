using Microsoft.Extensions.Localization;
using Rallies.Domain.Counting;
using Rallies.Web.Words;

namespace Rallies.Web.Door;

/// <summary>A tap in a word or two.</summary>
public sealed class TapWords(IStringLocalizer<TapWords> words, FigureWords figures)
{
    /// <summary>"in", "out", "in, 5".</summary>
    public string Of(TapKind kind, int count) =>
        count == 1 ? words[kind == TapKind.In ? "in" : "out"] : words[kind == TapKind.In ? "in.many" : "out.many", count];

    /// <summary>"6.41pm, in".</summary>
    public string Of(Tap tap, DoorView view) => words["at", figures.At(tap.MadeAt, view.Rally.Zone, view.Now), What(tap)];

    public string What(Tap tap) =>
        tap.Kind == TapKind.Estimate ? words["estimate", figures.Range(tap.Low ?? 0, tap.High ?? 0)] : Of(tap.Kind, tap.Count);
}
