using System.Globalization;
using Rallies.Web.OrganiserConsole.Parts;
using Rallies.Web.Rehearsing;

namespace Rallies.Web.OrganiserConsole.Rehearsals;

/// <summary>The size of a night to be played, as typed.</summary>
public sealed record RehearsalForm : IForm
{
    public string Towns { get; set; } = "20";
    public string People { get; set; } = "5000";
    public string Minutes { get; set; } = "10";

    public IEnumerable<FormFault> Check()
    {
        if (Read(Towns, RehearsalScale.MostTowns) is null)
            yield return new("rehearse-towns", "fault.number", 1, RehearsalScale.MostTowns);
        if (Read(People, RehearsalScale.MostPeople) is null)
            yield return new("rehearse-people", "fault.number", 1, RehearsalScale.MostPeople);
        if (Read(Minutes, RehearsalScale.MostMinutes) is null)
            yield return new("rehearse-minutes", "fault.number", 1, RehearsalScale.MostMinutes);
    }

    public RehearsalScale ToScale() =>
        (Read(Towns, RehearsalScale.MostTowns), Read(People, RehearsalScale.MostPeople), Read(Minutes, RehearsalScale.MostMinutes))
            is ({ } towns, { } people, { } minutes)
            ? RehearsalScale.OfMinutes(towns, people, minutes)
            : throw new InvalidOperationException("Check the form first.");

    private static int? Read(string text, int most) =>
        int.TryParse(text.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
        && number >= 1
        && number <= most
            ? number
            : null;
}
