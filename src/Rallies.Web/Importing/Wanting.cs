using NodaTime;
using Rallies.Calendars;
using Rallies.Domain;

namespace Rallies.Web.Importing;

/// <summary>Makes of an event the rally it wants to be, cut to what a rally holds, and says what was cut or left out.</summary>
internal static class Wanting
{
    public static (WantedRally Wanted, IReadOnlyList<ImportNote> Notes) Of(SaidEvent @event, Town town, DayOfAction day, bool withOrganiser)
    {
        var notes = new List<ImportNote>();
        var (read, place) = (@event.Event, @event.Found.Place);
        var pin = TownOfEvent.PointOf(read);
        if (pin is { } point && town.Coordinates.DistanceTo(point) is var away && away.Kilometres > 50)
        {
            notes.Add(ImportNote.Of(ImportFault.PinFarOff, read.Line, read.Summary, Math.Round(away.Kilometres), town.Name));
            pin = null;
        }
        var wanted = new WantedRally
        {
            Day = day,
            Town = town,
            Start = read.Times.IsAllDay ? null : @event.Start,
            Lasts = read.Times.IsAllDay ? null : Duration.FromMinutes((long)@event.Lasts.TotalMinutes),
            Place = place.Length == 0 ? null : new MeetingPoint(Cut(place, MeetingPoint.MaxPlaceLength, read.Line, notes), null, pin),
            Name = NameOfRally.In(read.Summary, town, day),
            Description = Cut(read.Description ?? "", Rally.MaxDescriptionLength, read.Line, notes),
            Organiser = withOrganiser ? Cut(read.OrganiserName ?? "", Rally.MaxNameLength, read.Line, notes) : null,
        };
        return (wanted, notes);
    }

    private static string Cut(string text, int longest, int line, List<ImportNote> notes)
    {
        if (text.Length > longest)
            notes.Add(ImportNote.Of(ImportFault.TextCut, line, text, longest));
        return Shortened.To(longest, text).Trim();
    }
}
