using System.Globalization;
using Rallies.Domain.Pledges;
using Rallies.Web.Public.Forms;

namespace Rallies.Web.Public.Pledging;

/// <summary>The answer to "who comes with you?", as it was given: a choice, or a number typed beside it.</summary>
public sealed record HowMany(string Choice, string Others)
{
    public const string More = "more";
    public const int MostChoices = 4;

    public static HowMany JustMe { get; } = Bringing(0);

    /// <summary>Others besides oneself, 0 to 20; null when the answer will not do.</summary>
    public int? Number => Others.Length > 0 || Choice == More ? Read(Others) : Read(Choice);

    public static HowMany Bringing(int others) =>
        others <= MostChoices
            ? new(others.ToString(CultureInfo.InvariantCulture), "")
            : new(More, others.ToString(CultureInfo.InvariantCulture));

    /// <summary>A typed number goes before the choice: whoever typed one meant it.</summary>
    public static HowMany Of(string? choice, string? others)
    {
        var typed = Typed.Line(others);
        return new(typed.Length > 0 ? More : Typed.Line(choice), typed);
    }

    /// <summary>Null when the answer will do.</summary>
    public Fault? Fault =>
        Number is not null ? null
        : Choice == More ? new Fault("others", Others.Length == 0 ? "others.missing" : "others.wrong")
        : new Fault("bringing", "bringing.missing");

    private static int? Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Pledge.MostBringing
            ? number
            : null;
}
