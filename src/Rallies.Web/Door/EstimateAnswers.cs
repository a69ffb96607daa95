using System.Globalization;
using Rallies.Domain.Counting;
using Rallies.Web.Public.Forms;

namespace Rallies.Web.Door;

/// <summary>An estimate as it was typed: between so many and so many, and how somebody got there.</summary>
public sealed record EstimateAnswers
{
    /// <summary>Names of the ways to estimate; the log keeps them.</summary>
    public static readonly IReadOnlyList<string> Methods = ["area", "rows", "flyers", "eye"];

    /// <summary>Made with the form; sent twice, it is one estimate.</summary>
    public string Id { get; init; } = "";
    public string Low { get; init; } = "";
    public string High { get; init; } = "";
    public string Method { get; init; } = "";

    public Guid? TapId => Guid.TryParseExact(Id, "D", out var id) && id != Guid.Empty ? id : null;
    public int? Least => People(Low);
    public int? Most => People(High);

    public static EstimateAnswers Of(IFormCollection form) =>
        new()
        {
            Id = Typed.Line(form["estimate"].FirstOrDefault()),
            Low = Typed.Line(form["low"].FirstOrDefault()),
            High = Typed.Line(form["high"].FirstOrDefault()),
            Method = Typed.Line(form["method"].FirstOrDefault()),
        };

    public IReadOnlyList<Fault> Faults()
    {
        var faults = new List<Fault>();
        if (Least is null)
            faults.Add(new("low", "low.wrong"));
        if (Most is null)
            faults.Add(new("high", "high.wrong"));
        if (Least > Most)
            faults.Add(new("high", "high.less"));
        if (!Methods.Contains(Method))
            faults.Add(new("method", "method.missing"));
        if (TapId is null)
            faults.Add(new("low", "once-more"));
        return faults;
    }

    // "1,200" is how people write it.
    private static int? People(string text) =>
        int.TryParse(
            text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var people
        )
        && people <= Tap.MaxPeople
            ? people
            : null;
}
