using NodaTime;
using Rallies.Calendars.Reading;
using Rallies.Domain;
using Rallies.Domain.Importing;
using Rallies.Web.Towns;
using Rallies.Web.Words;

namespace Rallies.Web.Importing;

/// <summary>Decides what becomes of each event of one calendar, knowing what is here already. It reads nothing and writes nothing.</summary>
internal sealed class EventPlanning(Gazetteer gazetteer, Said said, ImportState state, ImportAnswers answers, Instant now)
{
    private readonly TownOfEvent towns = new(gazetteer);
    private readonly Differences differences = new(said);
    private readonly HashSet<(int Day, Slug Town)> started = [];

    public PlannedEvent Plan(ReadEvent read)
    {
        var key = SaidEvent.KeyOf(read);
        var known = state.Imported.TryGetValue(key, out var imported) ? imported : default((ImportedEvent Event, Rally Rally)?);
        var found = towns.Of(read, HomeOf(read));
        var town =
            answers.Towns.TryGetValue(key.Uid, out var chosen) && gazetteer.TryFind(chosen, out var answered) ? answered : found.Town;
        if (town is null && found.Several.Count == 0 && known is { } before)
            town = gazetteer.Find(before.Rally.Town.Slug);
        var @event = SaidEvent.Of(read, found, town);
        var day = known is { } mine ? state.Days.Single(d => d.Id == mine.Rally.DayId) : null;
        var line = new PlannedEvent
        {
            Key = key,
            What = WhatHappens.LeftAlone,
            Line = read.Line,
            Summary = read.Summary,
            Town = town,
            Start = @event.Start,
            End = @event.End,
            IsAllDay = read.Times.IsAllDay,
            ZoneId = @event.ZoneId,
            Place = found.Place,
            Sequence = read.Sequence,
            Stamp = @event.Stamp,
            RallyId = known?.Rally.Id,
            DayId = day?.Id ?? 0,
            Address = known is { } its ? (day!.Slug, its.Rally.Slug) : null,
        };
        if (known is { Rally.IsHidden: true })
            return Left(line, ImportFault.HiddenHere);
        if (known is { Rally.IsMerged: true })
            return Left(line, ImportFault.MergedHere);
        if (@event.IsCancelled)
            return Cancelled(line, known);
        if (@event.IsOverAt(now) && known is null)
            return Left(line, ImportFault.Past);
        if (known is null && !state.Days.Any(d => Math.Abs(Period.DaysBetween(d.Date, line.Start.Date)) <= 1))
            return Refused(line, ImportFault.NoDay, said.FullDate(line.Start.Date)); // whatever its town or zone turns out to be
        var open = read.Questions.Where(question => !answers.Settle(question.Fault)).Select(ImportNote.Of).ToList();
        if (open.Count > 0)
            return line with { What = WhatHappens.Asked, Notes = open };
        return town is null ? WhichTown(line, found) : WithTown(line, @event, town, day, known);
    }

    // An event in UTC, or of a whole day, is at home where its day of action is.
    private string? HomeOf(ReadEvent read)
    {
        var date = read.Times.Start.InUtc().Date;
        var zone =
            read.Times.Zone ?? (state.Days.FirstOrDefault(d => d.Date == date) is { } day ? DateTimeZoneProviders.Tzdb[day.ZoneId] : null);
        return zone is null ? null : HomeCountry.Of(zone);
    }

    private static PlannedEvent Cancelled(PlannedEvent line, (ImportedEvent Event, Rally Rally)? known) =>
        known is not { } mine ? Left(line, ImportFault.CancelledThere)
        : mine.Rally.CalledOffAt is not null ? line with { What = WhatHappens.Same }
        : !mine.Event.IsOlderThan(line.Sequence, line.Stamp) ? Left(line, ImportFault.Older)
        : !mine.Event.IsAsLeft(mine.Rally) ? Left(line, ImportFault.ChangedHere)
        : line with { What = WhatHappens.CallOff };

    private static PlannedEvent WhichTown(PlannedEvent line, FoundTown found) =>
        found.Several is [var first, ..]
            ? line with
            {
                What = WhatHappens.Asked,
                Towns = found.Several,
                Notes =
                [
                    ImportNote.Of(
                        ImportFault.SeveralTowns,
                        line.Line,
                        line.Place,
                        first.Name,
                        string.Join("; ", found.Several.Take(5).Select(t => t.County.Length > 0 ? t.County : t.RegionName))
                    ),
                ],
            }
            : line with
            {
                What = WhatHappens.Asked,
                Notes = [ImportNote.Of(ImportFault.NoTown, line.Line, line.Place.Length > 0 ? line.Place : line.Summary)],
            };

    private PlannedEvent WithTown(
        PlannedEvent line,
        SaidEvent @event,
        Town town,
        DayOfAction? day,
        (ImportedEvent Event, Rally Rally)? known
    )
    {
        if (day is null && !IsOn(line, out day, out var no))
            return line with { What = WhatHappens.Refused, Notes = [no] };
        if (!line.IsAllDay && @event.Lasts < Duration.FromMinutes(15))
            return Refused(line, ImportFault.TooShort, (int)@event.Lasts.TotalMinutes);
        if (!line.IsAllDay && @event.Lasts > DayOfAction.LongestRally)
            return Refused(line, ImportFault.TooLong);
        var (wanted, notes) = Wanting.Of(@event, town, day, answers.WithOrganisers);
        line = line with { Wanted = wanted, DayId = day.Id, Notes = notes };
        return known is { } mine ? AgainstMine(line, wanted, mine, @event.IsOverAt(now)) : AgainstOthers(line, wanted);
    }

    private PlannedEvent AgainstOthers(PlannedEvent line, WantedRally wanted)
    {
        if (wanted.Day.Status is DayStatus.Cancelled or DayStatus.Over)
            return Refused(line, ImportFault.DayIsOff, wanted.Day.Name);
        var other = state.RalliesOfDay[wanted.Day.Id].FirstOrDefault(r => r.Town.Slug == wanted.Town.Slug.Value && r.IsShown);
        var isSecond = !started.Add((wanted.Day.Id, wanted.Town.Slug));
        if ((other is not null || isSecond) && !answers.Different.Contains(line.Key))
            return Left(line, ImportFault.HasOne, wanted.Town.Name) with { Address = other is null ? null : (wanted.Day.Slug, other.Slug) };
        return line with { What = WhatHappens.Start };
    }

    private PlannedEvent AgainstMine(PlannedEvent line, WantedRally wanted, (ImportedEvent Event, Rally Rally) mine, bool isOver)
    {
        if (mine.Event.Told.AsSpan().SequenceEqual(wanted.Hash()))
            return line with { What = WhatHappens.Same };
        if (mine.Rally.Town.Slug != wanted.Town.Slug.Value)
            return Left(line, ImportFault.OtherTown, mine.Rally.Town.Name, wanted.Town.Name);
        if (mine.Event.IsNewerThan(line.Sequence, line.Stamp))
            return Left(line, ImportFault.Older);
        line = line with { Differences = differences.Between(mine.Rally, wanted) };
        if (line.Differences.Count == 0)
            return line with { What = WhatHappens.Same };
        if (isOver)
            return Left(line, ImportFault.Past);
        return mine.Event.IsAsLeft(mine.Rally) ? line with { What = WhatHappens.Change } : Left(line, ImportFault.ChangedHere);
    }

    private bool IsOn(
        PlannedEvent line,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DayOfAction? day,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out ImportNote? no
    )
    {
        var days = state.Days.Where(d => d.Date == line.Start.Date && (answers.Day is null || d.Slug == answers.Day)).ToList();
        if (days.Count > 1 && days.Where(d => d.Status is not (DayStatus.Cancelled or DayStatus.Over)).ToList() is [var on])
            days = [on];
        day = days is [var only] ? only : null;
        var date = said.FullDate(line.Start.Date);
        no =
            days.Count == 0 ? ImportNote.Of(ImportFault.NoDay, line.Line, line.Summary, date)
            : days.Count > 1
                ? ImportNote.Of(ImportFault.SeveralDays, line.Line, line.Summary, date, string.Join(", ", days.Select(d => d.Slug)))
            : null;
        return day is not null;
    }

    private static PlannedEvent Left(PlannedEvent line, ImportFault why, params object[] details) =>
        line with
        {
            What = WhatHappens.LeftAlone,
            Notes = [ImportNote.Of(why, line.Line, line.Summary, details), .. line.Notes],
        };

    private static PlannedEvent Refused(PlannedEvent line, ImportFault why, params object[] details) =>
        Left(line, why, details) with
        {
            What = WhatHappens.Refused,
        };
}
