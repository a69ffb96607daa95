using System.Globalization;
using Rallies.Domain.Counting;
using Rallies.Web.Public.Forms;

namespace Rallies.Web.Door.Paper;

/// <summary>A tally sheet as it was typed in.</summary>
public sealed record PaperAnswers
{
    /// <summary>People in a quarter of an hour at one door.</summary>
    public const int Most = 5_000;
    public const int MostTaps = 500;

    public string Code { get; init; } = "";
    public string Door { get; init; } = "";
    public IReadOnlyDictionary<int, string> In { get; init; } = new Dictionary<int, string>();
    public IReadOnlyDictionary<int, string> Out { get; init; } = new Dictionary<int, string>();

    public static PaperAnswers Of(IFormCollection form, IReadOnlyList<Quarter> quarters) =>
        new()
        {
            Code = Typed.Line(form["code"].FirstOrDefault()),
            Door = Typed.Line(form["door"].FirstOrDefault()),
            In = quarters.ToDictionary(q => q.Number, q => Typed.Line(form[$"in-{q.Number}"].FirstOrDefault())),
            Out = quarters.ToDictionary(q => q.Number, q => Typed.Line(form[$"out-{q.Number}"].FirstOrDefault())),
        };

    /// <summary>People in a cell; null where it was left empty, which is not the same as none.</summary>
    public int? Of(Quarter quarter, TapKind kind) =>
        (kind == TapKind.In ? In : Out).GetValueOrDefault(quarter.Number) is { Length: > 0 } typed ? People(typed) : null;

    /// <summary>Says at most that nobody came: something only where other numbers were entered before.</summary>
    public bool IsNobody => In.Concat(Out).All(c => People(c.Value) == 0);

    public IReadOnlyList<Fault> Faults()
    {
        var faults = new List<Fault>();
        if (SheetCode.Read(Code) is null)
            faults.Add(new("code", "code.wrong"));
        if (Door.Length > Tap.MaxDoorLength)
            faults.Add(new("door", "door.long"));
        faults.AddRange(In.Where(c => People(c.Value) is null).Select(c => new Fault($"in-{c.Key}", "people.wrong")));
        faults.AddRange(Out.Where(c => People(c.Value) is null).Select(c => new Fault($"out-{c.Key}", "people.wrong")));
        if (faults.Count == 0 && In.Concat(Out).All(c => c.Value.Length == 0))
            faults.Add(new("code", "nothing"));
        if (faults.Count == 0 && In.Concat(Out).Sum(c => Chunks(People(c.Value)!.Value)) > MostTaps)
            faults.Add(new("code", "too-many"));
        return faults;
    }

    /// <summary>0 for an empty field, null for what is no number.</summary>
    public static int? People(string text) =>
        text.Length == 0 ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people <= Most ? people
        : null;

    public static int Chunks(int people) => (people + Tap.MaxCount - 1) / Tap.MaxCount;
}
