using System.Globalization;
using Rallies.Domain;
using Rallies.Web.OrganiserConsole.Parts;

namespace Rallies.Web.OrganiserConsole.OneRally;

/// <summary>Where people gather, as typed.</summary>
public sealed record PlaceForm : IForm
{
    public bool ToBeConfirmed { get; set; }
    public string Place { get; set; } = "";
    public string Directions { get; set; } = "";

    /// <summary>"53.7997, -1.5437", as map programs copy it; empty for the middle of the town.</summary>
    public string Pin { get; set; } = "";

    public static PlaceForm Of(MeetingPoint? point) =>
        point is null
            ? new() { ToBeConfirmed = true }
            : new()
            {
                Place = point.Place,
                Directions = point.Directions,
                Pin = point.Coordinates is { } at
                    ? string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:0.######}, {at.Longitude:0.######}")
                    : "",
            };

    public IEnumerable<FormFault> Check()
    {
        if (ToBeConfirmed)
            yield break;
        if (string.IsNullOrWhiteSpace(Place))
            yield return new("place-name", "fault.place");
        else if (FormFault.IfLonger("place-name", Place, MeetingPoint.MaxPlaceLength) is { } long1)
            yield return long1;
        if (FormFault.IfLonger("place-directions", Directions, MeetingPoint.MaxDirectionsLength) is { } long2)
            yield return long2;
        if (!TryReadPin(out _))
            yield return new("place-pin", "fault.pin");
    }

    public MeetingPoint? ToMeetingPoint() => ToBeConfirmed ? null : new(Place, Directions, TryReadPin(out var at) ? at : null);

    private bool TryReadPin(out Coordinates? at)
    {
        at = null;
        var parts = Pin.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0)
            return true;
        if (
            parts.Length != 2
            || !TryReadDegrees(parts[0], out var latitude)
            || !TryReadDegrees(parts[1], out var longitude)
            || !Coordinates.AreValid(latitude, longitude)
        )
            return false;
        at = new(latitude, longitude);
        return true;
    }

    private static bool TryReadDegrees(string text, out double degrees) =>
        double.TryParse(text.Replace('−', '-').TrimEnd('°'), NumberStyles.Float, CultureInfo.InvariantCulture, out degrees);
}
