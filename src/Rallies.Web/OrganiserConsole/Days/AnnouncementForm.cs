using NodaTime;
using Rallies.Domain;
using Rallies.Web.OrganiserConsole.OneRally;
using Rallies.Web.OrganiserConsole.Parts;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Days;

/// <summary>A day of action to be announced, as typed.</summary>
public sealed record AnnouncementForm : IForm
{
    private string? ownSlug;

    public string Name { get; set; } = "";

    /// <summary>Made from the name until somebody writes another.</summary>
    public string Slug
    {
        get => ownSlug ?? Domain.Slug.From(Name)?.Value ?? "";
        set => ownSlug = value == Domain.Slug.From(Name)?.Value ? null : value;
    }

    public string Date { get; set; } = "";
    public string Time { get; set; } = "18:00";
    public int Minutes { get; set; } = 120;
    public string ZoneId { get; set; } = "Europe/London";
    public string Description { get; set; } = "";
    public string Hashtags { get; set; } = "";

    public IEnumerable<FormFault> Check()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new("day-name", "fault.day-name");
        else if (FormFault.IfLonger("day-name", Name, DayOfAction.MaxNameLength) is { } tooLong)
            yield return tooLong;
        if (!Domain.Slug.IsValid(Slug) && !(string.IsNullOrWhiteSpace(Name) && Slug.Length == 0))
            yield return new("day-slug", "fault.slug");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(ZoneId.Trim()) is null)
            yield return new("day-zone", "fault.zone");
        foreach (var fault in Hours.Check())
            yield return fault with
            {
                Field = fault.Field.Replace("hours-", "day-", StringComparison.Ordinal),
            };
        foreach (var fault in new DayTextForm { Description = Description, Hashtags = Hashtags }.Check())
            yield return fault;
    }

    public AnnounceDay.Announcement ToAnnouncement()
    {
        var start = Hours.ToStart();
        return new(Slug, Name.Trim(), start.Date, start.TimeOfDay, Duration.FromMinutes(Minutes), ZoneId.Trim(), Description, Hashtags);
    }

    private HoursForm Hours =>
        new()
        {
            Date = Date,
            Time = Time,
            Minutes = Minutes,
            Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(ZoneId.Trim()) ?? DateTimeZone.Utc,
        };
}
