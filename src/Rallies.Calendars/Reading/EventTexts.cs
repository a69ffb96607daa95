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

    public GeoPosition? Position { get; }

    public Uri? Url { get; }

    public IReadOnlyList<string> Categories { get; }

    public EventStatus Status { get; }

    public string? OrganiserName { get; }

    private string? InOneLine(string name, int most, string between) =>
        component.Find(name) is { } property
            ? Cleaned(property, TextValue.Unescape(property.Value), most, text => CleanText.InOneLine(text, between))
            : null;

    private string? ReadDescription()
    {
        // Outlook's HTML is read only where it stands alone: beside DESCRIPTION it says the same.
        var property = component.Find("DESCRIPTION");
        if (property is null || property.Value.Length == 0)
            property = component.Find("X-ALT-DESC") ?? property;
        return property is null
            ? null
            : Cleaned(property, TextValue.Unescape(property.Value), limits.Description, text => CleanText.InLines(PlainText.From(text)));
    }

    private string? ReadName(Property organiser, string name)
    {
        var clean = Cleaned(organiser, name, limits.OtherText, text => CleanText.InOneLine(text, " "));
        // Many programs put the address where the name should be.
        return clean is null || clean.Contains('@') ? null : clean;
    }

    private string? Cleaned(Property property, string written, int most, Func<string, string> clean)
    {
        // What is cut anyway need not be cleaned first; markup and marks may make up most of the rest.
        var isCut = written.Length > 4 * most;
        var text = clean(isCut ? written[..(4 * most)] : written);
        if (isCut || text.Length > most)
            complaints.Add(Fault.TextCut, property.Line, text, property.Name, most);
        text = Shortened.To(most, text);
        return EscapedText.IsBlank(text) ? null : text;
    }

    private GeoPosition? ReadPosition()
    {
        if (component.Find("GEO") is { } geo)
            return Degrees(geo.Value.Replace("\\", "", StringComparison.Ordinal), ';') ?? Degrees(geo.Value, ',') ?? DropPosition(geo);
        // Apple's calendars write no GEO.
        var place = component.Find("X-APPLE-STRUCTURED-LOCATION");
        return place?.Value.StartsWith("geo:", StringComparison.OrdinalIgnoreCase) == true ? Degrees(place.Value[4..], ',') : null;
    }

    private GeoPosition? DropPosition(Property geo)
    {
        complaints.Add(Fault.BadPosition, geo.Line, $"GEO:{geo.Value}");
        return null;
    }

    private static GeoPosition? Degrees(string text, char between)
    {
        var parts = text.Split(between);
        if (
            parts.Length != 2
            || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
        )
            return null;
        return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 ? new GeoPosition(latitude, longitude) : null;
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
                .Take(MostCategories)
                .Select(text => Shortened.To(limits.OtherText, CleanText.InOneLine(text, " ")))
                .Where(text => !EscapedText.IsBlank(text))
                .Distinct(),
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
