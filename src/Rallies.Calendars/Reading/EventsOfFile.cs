namespace Rallies.Calendars.Reading;

/// <summary>From components to events: each VEVENT is read, then each UID put together, then every occasion gets its zone.</summary>
internal sealed class EventsOfFile(ReadingOptions options, ComplaintList complaints, CancellationToken cancellation)
{
    private readonly Candidates candidates = new(options.Limits);
    private readonly ZoneYears zoneYears = new(options.Limits);

    public IReadOnlyList<ReadEvent> Read(IReadOnlyList<Component> calendars)
    {
        var drafts = new List<EventDraft>();
        var refused = new List<(string Uid, EventMoment? Moment)>();
        var components = 0;
        foreach (var calendar in calendars)
        {
            var reader = new EventReader(new CalendarZones(calendar, options, complaints, zoneYears), options, complaints);
            foreach (var component in calendar.Children.Where(child => child.Name == "VEVENT"))
            {
                cancellation.ThrowIfCancellationRequested();
                components++;
                if (reader.Read(component) is { } draft)
                    drafts.Add(draft);
            }
            refused.AddRange(reader.RefusedOccasions);
        }
        if (components == 0)
            complaints.Add(Fault.NoEvents, 0, "");
        var occasions = Occasions(drafts, refused.ToLookup(occasion => occasion.Uid, occasion => occasion.Moment));
        return
        [
            .. new OccasionSettling(options, complaints)
                .Settle(occasions)
                .OrderBy(e => e.Times.Start)
                .ThenBy(e => e.Uid, StringComparer.Ordinal),
        ];
    }

    private List<EventOccasion> Occasions(List<EventDraft> drafts, ILookup<string, EventMoment?> refused)
    {
        var assembly = new SeriesAssembly(options, complaints, candidates);
        var occasions = new List<EventOccasion>();
        var most = options.Limits.OccasionsPerFile;
        var isFull = false;
        foreach (var group in drafts.GroupBy(draft => draft.Identity.Uid, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            // Once anything had no room, no other series is followed.
            var read = isFull && group.Any(draft => draft.IsSeries) ? null : assembly.Read([.. group], [.. refused[group.Key]]);
            isFull |= read is null || occasions.Count + read.Count > most;
            if (read is not null && occasions.Count + read.Count <= most)
                occasions.AddRange(read);
            else
                complaints.Add(Fault.TooManyOccasions, group.First().Line, group.First().Summary, most);
        }
        return occasions;
    }
}
