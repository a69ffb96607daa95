using System.Globalization;

namespace Rallies.Calendars.Reading;

/// <summary>What a VEVENT says in words: cleaned, cut to the limits, as plain text.</summary>
internal sealed class EventTexts
{
    private const int MostCategories = 20;

    private readonly Component component;
    private readonly ReadingLimits limits;
    private readonly ComplaintList complaints;

    public EventTexts(Component component, ReadingLimits limits, ComplaintList complaints)
    {
        (this.component, this.limits, this.complaints) = (component, limits, complaints);
        Summary = InOneLine("SUMMARY", limits.Summary, " ");
        Location = InOneLine("LOCATION", limits.OtherText, ", ");
        Description = ReadDescription();
        Position = ReadPosition();
        Url = ReadUrl();
        Categories = ReadCategories();
        Status = ReadStatus();
        OrganiserName = component.Find("ORGANIZER") is { } organiser && organiser["CN"] is { } name ? ReadName(organiser, name) : null;
    }

    public string? Summary { get; }

    public string? Location { get; }

    public string? Description { get; }

    public Coordinates? Position { get; }

    public Uri? Url { get; }

    public IReadOnlyList<string> Categories { get; }

    public EventStatus Status { get; }

    public string? OrganiserName { get; }

    private string? InOneLine(string name, int most, string between) =>
        component.Find(name) is { } property
            ? Cut(property, CleanText.InOneLine(Beginning(TextValue.Unescape(property.Value), most), between), most)
            : null;

    private string? ReadDescription()
    {
        // Outlook's HTML is read only where it stands alone: beside DESCRIPTION it says the same.
        var property = component.Find("DESCRIPTION");
        if (property is null || property.Value.Length == 0)
            property = component.Find("X-ALT-DESC") ?? property;
        if (property is null)
            return null;
        var text = PlainText.From(Beginning(TextValue.Unescape(property.Value), limits.Description));
        return Cut(property, CleanText.InLines(text), limits.Description);
    }

    // Putting long rows of marks in order for Unicode's form C takes more than linear time: nothing is lost by cutting first.
    private static string Beginning(string text, int most) => text.Length > 4 * most ? text[..(4 * most)] : text;

    private string? Cut(Property property, string text, int most)
    {
        if (text.Length > most)
            complaints.Add(Fault.TextCut, property.Line, text, property.Name, most);
        text = Shortened.To(most, text);
        return EscapedText.IsBlank(text) ? null : text;
    }

    private string? ReadName(Property organiser, string name)
    {
        var clean = Cut(organiser, CleanText.InOneLine(Beginning(name, limits.OtherText), " "), limits.OtherText);
        // Many programs put the address where the name should be.
        return clean is null || clean.Contains('@') ? null : clean;
    }

    private Coordinates? ReadPosition()
    {
        if (component.Find("GEO") is { } geo)
            return Degrees(geo.Value.Replace("\\", "", StringComparison.Ordinal), ';') ?? Degrees(geo.Value, ',') ?? DropPosition(geo);
        // Apple's calendars write no GEO.
        var place = component.Find("X-APPLE-STRUCTURED-LOCATION");
        return place?.Value.StartsWith("geo:", StringComparison.OrdinalIgnoreCase) == true ? Degrees(place.Value[4..], ',') : null;
    }

    private Coordinates? DropPosition(Property geo)
    {
        complaints.Add(Fault.BadPosition, geo.Line, $"GEO:{geo.Value}");
        return null;
    }

    private static Coordinates? Degrees(string text, char between)
    {
        var parts = text.Split(between);
        if (
            parts.Length != 2
            || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
        )
            return null;
        return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 ? new Coordinates(latitude, longitude) : null;
    }

    private Uri? ReadUrl()
    {
        if (component.Find("URL") is not { Value.Length: > 0 } property)
            return null;
        // A URI is not escaped as text (RFC 5545 §3.3.13), but some exporters do it.
        var address = WebAddress.From(TextValue.Unescape(property.Value));
        if (address is null)
            complaints.Add(Fault.AddressDropped, property.Line, $"URL:{property.Value}");
        return address;
    }

    private string[] ReadCategories() =>
        [
            .. component
                .FindAll("CATEGORIES")
                .SelectMany(property => TextValue.List(property.Value))
                .Select(text => Shortened.To(limits.OtherText, CleanText.InOneLine(Beginning(text, limits.OtherText), " ")))
                .Where(text => !EscapedText.IsBlank(text))
                .Distinct()
                .Take(MostCategories),
        ];

    private EventStatus ReadStatus()
    {
        if (component.Find("STATUS") is not { } property)
            return EventStatus.Confirmed;
        switch (property.Value.Trim().ToUpperInvariant())
        {
            case "CONFIRMED" or "":
                return EventStatus.Confirmed;
            case "TENTATIVE":
                return EventStatus.Tentative;
            // The American spelling is an error too likely to send people to what is called off.
            case "CANCELLED" or "CANCELED":
                return EventStatus.Cancelled;
            default:
                complaints.Add(Fault.UnknownStatus, property.Line, $"STATUS:{property.Value}");
                return EventStatus.Confirmed;
        }
    }
}
