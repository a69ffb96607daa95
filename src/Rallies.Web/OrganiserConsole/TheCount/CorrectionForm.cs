using System.Globalization;
using Rallies.Domain.Counting;
using Rallies.Web.OrganiserConsole.Parts;

namespace Rallies.Web.OrganiserConsole.TheCount;

/// <summary>The figure as its owner puts it right, as typed.</summary>
public sealed record CorrectionForm : IForm
{
    public string Low { get; set; } = "";

    /// <summary>Empty when it is no range.</summary>
    public string High { get; set; } = "";
    public string Reason { get; set; } = "";

    public IEnumerable<FormFault> Check()
    {
        var (low, high) = (Read(Low), Read(HighOrLow));
        if (low is null)
            yield return new("correct-low", "fault.figure", Tap.MaxPeople);
        if (low is not null && (high is null || high < low))
            yield return new("correct-high", "fault.figure-high", Tap.MaxPeople);
        if (string.IsNullOrWhiteSpace(Reason))
            yield return new("correct-reason", "fault.reason");
        else if (FormFault.IfLonger("correct-reason", Reason, Tap.MaxReasonLength) is { } tooLong)
            yield return tooLong;
    }

    public (int Low, int High) ToFigures() =>
        (Read(Low), Read(HighOrLow)) is ({ } low, { } high) ? (low, high) : throw new InvalidOperationException("Check the form first.");

    private string HighOrLow => string.IsNullOrWhiteSpace(High) ? Low : High;

    // As people write numbers: 1,200.
    private static int? Read(string text) =>
        int.TryParse(text.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var figure) && figure <= Tap.MaxPeople
            ? figure
            : null;
}
